/** The page's one style. Colours are named once, for light and for dark; each on its ground has the contrast of WCAG AA. */
export const STYLE = `
:root{color-scheme:light dark;--ground:#f4f6f8;--raised:#fff;--text:#171b20;--soft:#55606c;--line:#dde2e8;--link:#0a58ad;
--good:#12662b;--warn:#7a4b00;--bad:#b3231b;--open:#5a3fa0;--good-t:#e4f3e8;--warn-t:#fcf0da;--bad-t:#fce9e7;--open-t:#eeeafb;
--fill-good:#2da44e;--fill-warn:#e0a21b;--fill-bad:#d6453b;--fill-open:#8a6fe0;--fill-none:#c6cdd5;--series-1:#0b6bcb;--series-2:#b35900;--series-3:#12662b;--shade:0 1px 2px #1b1f241a}
@media (prefers-color-scheme:dark){:root{--ground:#0f1216;--raised:#181c22;--text:#e8ebef;--soft:#a3aeba;--line:#2c333c;--link:#7db7ff;
--good:#74d692;--warn:#f0b95b;--bad:#ff9a91;--open:#c3b1ff;--good-t:#12301c;--warn-t:#38290c;--bad-t:#3d1b19;--open-t:#291f47;
--fill-good:#3fb960;--fill-warn:#e0a21b;--fill-bad:#f0655b;--fill-open:#9d84f0;--fill-none:#49525d;--series-1:#6cb0ff;--series-2:#ffb066;--series-3:#74d692;--shade:none}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:90rem;padding:1.5rem clamp(.75rem,3vw,2.5rem) 4rem;background:var(--ground);color:var(--text);font:1rem/1.5 system-ui,sans-serif;overflow-wrap:anywhere}
h1{font-size:clamp(1.5rem,1.1rem + 1.8vw,2.3rem);font-weight:700;line-height:1.15;letter-spacing:-.015em;margin:0;text-wrap:balance}h2{display:inline;font-size:1.2rem}.parts{display:block;margin:2.5rem 0 .5rem;font-size:1.3rem}
h3{font-size:1.05rem;margin:2rem 0 .5rem}h4{font-size:.9rem;margin:.5rem 0}
a{color:var(--link)}small,.note,figcaption,.lead{color:var(--soft)}small{font-size:.82rem}code{font:.88em ui-monospace,monospace}.lead{margin:.4rem 0 0}
:focus-visible{outline:3px solid var(--link);outline-offset:2px}
.card,.target,.counts li,.tiles>div,figure{background:var(--raised);border:1px solid var(--line);border-radius:.6rem;box-shadow:var(--shade)}
.failing{--c:var(--bad);--t:var(--bad-t);--f:var(--fill-bad)}.stale{--c:var(--warn);--t:var(--warn-t);--f:var(--fill-warn)}.never-proved{--c:var(--open);--t:var(--open-t);--f:var(--fill-open)}.protected{--c:var(--good);--t:var(--good-t);--f:var(--fill-good)}
.verdict{border-left:.5rem solid var(--f);padding:.2rem 0 .2rem 1.1rem;margin-bottom:1.25rem}.proportions{display:block;width:100%;height:.55rem;border-radius:1rem;margin-top:1rem}.proportions path{fill:var(--f)}
.mark{color:var(--c);background:var(--t);font-weight:600;white-space:nowrap;border-radius:1rem;padding:.1rem .6rem;font-size:.9rem}.good{color:var(--good)}.bad{color:var(--bad)}.good,.bad{font-weight:600;white-space:nowrap}
.counts{display:grid;grid-template-columns:repeat(auto-fit,minmax(9rem,1fr));gap:.75rem;list-style:none;padding:0;margin:0 0 1.5rem}
.counts li{padding:.7rem 1rem}.counts li:has(button){padding:0}.counts button{font:inherit;color:inherit;text-align:left;background:none;border:0;border-radius:.6rem;padding:.7rem 1rem;width:100%;cursor:pointer}
.counts button:hover{background:var(--t)}.counts button[aria-pressed=true]{box-shadow:inset 0 0 0 .15rem var(--c)}.counts b{display:block;font-size:2rem;line-height:1.15;font-variant-numeric:tabular-nums}.counts .zero b{color:var(--soft);font-weight:400}
.scroll{overflow-x:auto}table{border-collapse:collapse;width:100%;font-size:.92rem}
th,td{text-align:left;vertical-align:top;padding:.5rem .6rem;border-bottom:1px solid var(--line)}thead th{color:var(--soft);font-weight:600;white-space:nowrap}tbody tr:last-child>*{border-bottom:0}
tbody th{font-weight:400}.n,figure td{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}th.n{text-align:right}
.overview td{padding-block:.75rem;font-variant-numeric:tabular-nums}.overview td small{display:block;line-height:1.35}.overview td:nth-child(1){min-width:10rem}.overview td:nth-child(2){min-width:12.5rem}.overview td:nth-child(n+3){white-space:nowrap}.overview td:last-child{white-space:normal;min-width:7.5rem}.overview td:nth-child(1) a{font-weight:600}
.overview th button{font:inherit;color:inherit;background:none;border:0;padding:0;cursor:pointer;white-space:nowrap}.overview tbody tr:hover{background:var(--ground)}.overview td:first-child{box-shadow:inset .25rem 0 var(--f);padding-left:.9rem}
.overview th{padding-right:1.1rem}.overview th button{position:relative}th button::after{content:"↕";position:absolute;left:calc(100% + .15rem);opacity:.5}th[aria-sort=ascending] button::after{content:"↑";opacity:1}th[aria-sort=descending] button::after{content:"↓";opacity:1}
input{font:inherit;color:inherit;background:var(--raised);border:1px solid var(--soft);border-radius:.5rem;padding:.4rem .7rem;width:min(22rem,100%)}
svg{display:block}.strip{width:7.4rem;height:1.1rem;margin:.2rem 0}.bar{width:4.8rem;height:.3rem;border-radius:1rem;margin:.3rem 0 .15rem}.spark{width:4.8rem;height:1.25rem;margin:.1rem 0}.spark path{fill:none;stroke:var(--series-1);stroke-width:1.5;vector-effect:non-scaling-stroke}
.kept{fill:var(--fill-good);--s:var(--fill-good)}.partly{fill:var(--fill-warn);--s:var(--fill-warn)}.missed{fill:var(--fill-bad);--s:var(--fill-bad)}.unknown,.before,.track{fill:var(--fill-none);--s:var(--fill-none)}.track{fill:var(--line)}
.strip-key{font-size:.82rem;margin:.6rem 0 0}.swatch::before{content:"";display:inline-block;width:.7em;height:.7em;border-radius:.15em;margin:0 .35em 0 .8em;background:var(--s)}
.why::first-letter{text-transform:uppercase}.empty{padding:.9rem 1.1rem}.target{margin:1rem 0;border-left:.3rem solid var(--f);content-visibility:auto;contain-intrinsic-size:auto 4rem}
.target>summary{padding:.9rem 1.1rem}.target>div{padding:0 1.1rem 1.2rem}.target>div:focus{outline:0}summary{cursor:pointer}details details{margin:.35rem 0}
.reasons{margin:.2rem 0 1rem;padding-left:1.2rem}dl{margin:0}dt{color:var(--soft)}dd{margin:0}
.tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,9rem),1fr));gap:.75rem}.tiles>div{padding:.6rem .85rem;background:var(--ground);box-shadow:none}.tiles dt{font-size:.85rem}.tiles b{display:block;font-size:1.1rem;line-height:1.3;font-variant-numeric:tabular-nums}.tiles small{display:block;line-height:1.35}.tiles .bar,.tiles .strip{width:100%}
.facts{columns:2 30rem;column-gap:2rem;margin-top:1rem;font-size:.92rem}.facts div{display:grid;grid-template-columns:5.5rem 1fr;gap:.5rem;padding:.15rem 0;break-inside:avoid}
.charts{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,23rem),1fr));gap:.75rem;margin-top:1.25rem}
figure{margin:0;padding:.7rem .8rem;box-shadow:none}figure svg{width:100%;height:auto;margin:.3rem 0}figure svg text{font:11px system-ui,sans-serif}figcaption{color:var(--text);font-weight:600;font-size:.92rem}figure summary{color:var(--soft);font-size:.85rem}
.key{color:var(--soft);font-weight:400;white-space:nowrap}.key::before{content:"";display:inline-block;width:.9em;height:.25em;margin:0 .35em .2em .6em;background:var(--k)}.s1{--k:var(--series-1)}.s2{--k:var(--series-2)}.s3{--k:var(--series-3)}.limit{--k:var(--bad)}
.lists{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,20rem),1fr));gap:0 1.5rem;padding:.3rem 1rem .7rem;box-shadow:none}.lists ul{margin:0;padding-left:1.2rem;font-size:.92rem}
.warnings{border-left:.5rem solid var(--fill-warn);background:var(--warn-t);border-radius:.3rem;padding:.5rem 1.1rem;margin-bottom:1.25rem}
@media screen and (min-width:85rem){.overview td:last-child{min-width:11.5rem}.scroll.card{overflow:visible}.overview thead th{position:sticky;top:0;background:var(--raised);z-index:1;border-radius:.6rem}}
@media screen and (max-width:68rem){.scroll.card{background:none;border:0;box-shadow:none;overflow:visible}.overview,.overview tbody{display:block}.overview thead{position:absolute;clip-path:inset(50%);height:1px;overflow:hidden;width:1px}
.overview tbody{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,21rem),1fr));gap:.75rem}.overview tbody tr:hover{background:var(--raised)}
.overview tr[hidden]{display:none}.overview tr{display:grid;grid-template-columns:1fr 1fr;gap:.1rem .75rem;background:var(--raised);border:1px solid var(--line);border-left:.3rem solid var(--f);border-radius:.6rem;padding:.7rem .9rem;align-content:start}
.overview td,.overview td:nth-child(n){border:0;box-shadow:none;padding:.25rem 0;min-width:0;white-space:normal}.overview td:nth-child(-n+2){grid-column:1/-1}.overview td:nth-child(n+3)::before{content:attr(data-l);display:block;color:var(--soft);font-size:.82rem}.overview .strip{max-width:12rem}}
@media print{:root{color-scheme:light;--ground:#fff;--raised:#fff;--text:#000;--soft:#444;--line:#bbb;--link:#000;--good:#12662b;--warn:#7a4b00;--bad:#b3231b;--open:#5a3fa0;--good-t:#fff;--warn-t:#fff;--bad-t:#fff;--open-t:#fff;--series-1:#0b6bcb;--series-2:#b35900;--series-3:#12662b;--shade:none;
--fill-good:#2da44e;--fill-warn:#e0a21b;--fill-bad:#d6453b;--fill-open:#8a6fe0;--fill-none:#c6cdd5}
@page{margin:12mm}body{max-width:none;padding:0;font-size:9pt}.search,figure details,th button::after,.target:not([open]),.parts:not(:has(~.target[open])){display:none}.target{content-visibility:visible;border:0;break-before:page;border-radius:0}.parts+.target{break-before:auto}.parts{break-before:page}
.overview{font-size:7.5pt}.overview{table-layout:fixed}.overview thead th{white-space:normal}.overview th,.overview td,.overview td:nth-child(n){padding:.35rem .3rem;min-width:0;width:9.5%;white-space:normal}.overview th:nth-child(1){width:13%}.overview th:nth-child(2){width:21%}.overview .mark{font-size:inherit;padding:0}.overview small{font-size:7pt}.overview .strip,.overview .bar,.overview .spark{width:100%}.scroll.card{border:0;overflow:visible}.overview tbody tr{break-inside:avoid}.overview td:first-child{padding-left:.6rem}.target>summary,.target>div{padding-inline:0}figure,tr,.tiles>div,.counts li{break-inside:avoid}h3{break-after:avoid}.scroll{overflow:visible}a{text-decoration:none}
svg{print-color-adjust:exact;-webkit-print-color-adjust:exact}.charts{grid-template-columns:1fr 1fr}.tiles{grid-template-columns:repeat(3,1fr)}.counts{grid-template-columns:repeat(4,1fr)}.counts button,.counts li{padding:.3rem .6rem}.swatch::before,.key::before,.verdict{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
`;
