/** The page's one style. Colours are named once, for light and for dark; each on its ground has the contrast of WCAG AA. */
export const STYLE = `
:root{color-scheme:light dark;--ground:#fff;--raised:#f6f7f9;--text:#1b1f24;--soft:#565f6b;--line:#d5dae1;--link:#0b5cad;
--good:#116329;--warn:#7a4b00;--bad:#b3261e;--open:#5a3fa0;--series-1:#0b6bcb;--series-2:#b35900;--series-3:#116329}
@media (prefers-color-scheme:dark){:root{--ground:#14171c;--raised:#1d2229;--text:#e8ebef;--soft:#a6b0bc;--line:#39414c;--link:#7db7ff;
--good:#6fd08c;--warn:#f0b95b;--bad:#ff9288;--open:#c3aeff;--series-1:#6cb0ff;--series-2:#ffb066;--series-3:#6fd08c}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:82rem;padding:1rem clamp(.75rem,3vw,2rem) 4rem;background:var(--ground);color:var(--text);font:1rem/1.5 system-ui,sans-serif;overflow-wrap:anywhere}
h1{font-size:1.6rem;line-height:1.2;margin:.5rem 0}h2{display:inline;font-size:1.15rem}h3{font-size:1rem;margin:1.5rem 0 .4rem}h4{font-size:.9rem;margin:.5rem 0}
a{color:var(--link)}small,.note,figcaption,.lead{color:var(--soft)}small{font-size:.82rem}code{font:0.88em ui-monospace,monospace}
:focus-visible{outline:3px solid var(--link);outline-offset:2px}
.counts{display:grid;grid-template-columns:repeat(auto-fit,minmax(9rem,1fr));gap:.75rem;list-style:none;padding:0;margin:1.25rem 0}
.counts li{background:var(--raised);border:1px solid var(--line);border-left:.35rem solid var(--c,var(--line));border-radius:.5rem;padding:.6rem .9rem}
.counts b{display:block;font-size:1.9rem;line-height:1.1;font-variant-numeric:tabular-nums}
.failing{--c:var(--bad)}.stale{--c:var(--warn)}.never-proved{--c:var(--open)}.protected{--c:var(--good)}
.mark{color:var(--c);font-weight:600;white-space:nowrap}
.scroll{overflow-x:auto}table{border-collapse:collapse;width:100%;font-size:.92rem}
th,td{text-align:left;vertical-align:top;padding:.4rem .6rem;border-bottom:1px solid var(--line)}thead th{color:var(--soft);font-weight:600;white-space:nowrap}
tbody th{font-weight:400}.n,figure td{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
.overview td small{display:block}.overview td:nth-child(2){min-width:14rem}.overview td:nth-child(8){min-width:8.5rem}.parts{display:block;margin:2rem 0 0}th.n{text-align:right}
.overview th button{font:inherit;color:inherit;background:none;border:0;padding:0;cursor:pointer;white-space:nowrap}
th button::after{content:" ↕"}th[aria-sort=ascending] button::after{content:" ↑"}th[aria-sort=descending] button::after{content:" ↓"}
input{font:inherit;color:inherit;background:var(--ground);border:1px solid var(--soft);border-radius:.4rem;padding:.35rem .6rem;width:min(22rem,100%)}
.target{border:1px solid var(--line);border-radius:.6rem;margin:1rem 0;content-visibility:auto;contain-intrinsic-size:auto 4rem}
.target>summary{padding:.8rem 1rem;cursor:pointer}.target>div{padding:0 1rem 1rem}.target>div:focus{outline:0}summary{cursor:pointer}
.reasons{margin:.2rem 0 .8rem;padding-left:1.2rem}dl{display:grid;gap:.3rem 2rem;grid-template-columns:repeat(auto-fit,minmax(min(100%,24rem),1fr));margin:0}
dl div{display:grid;grid-template-columns:6.5rem 1fr;gap:.5rem}dt{color:var(--soft)}dd{margin:0}
.charts{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,26rem),1fr));gap:1rem;margin-top:1rem}
figure{margin:0;background:var(--raised);border:1px solid var(--line);border-radius:.5rem;padding:.7rem}svg{display:block;width:100%;height:auto}svg text{font:11px system-ui,sans-serif}
.key::before{content:"";display:inline-block;width:.9em;height:.25em;margin:0 .35em .2em .6em;background:var(--k)}.s1{--k:var(--series-1)}.s2{--k:var(--series-2)}.s3{--k:var(--series-3)}.limit{--k:var(--bad)}
.lists{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,20rem),1fr));gap:0 1.5rem}.lists ul{margin:0;padding-left:1.2rem}
.warnings{border-left:.35rem solid var(--warn);background:var(--raised);padding:.5rem 1rem}
@media (max-width:44rem){.overview,.overview tbody,.overview tr,.overview td{display:block}.overview thead{position:absolute;clip-path:inset(50%);height:1px;overflow:hidden;width:1px}
.overview tr[hidden]{display:none}.overview tr{border:1px solid var(--line);border-radius:.6rem;margin:.7rem 0;padding:.4rem .3rem}.overview td{border:0;display:grid;grid-template-columns:6.5rem 1fr;padding:.2rem .5rem}
.overview td::before{content:attr(data-l);color:var(--soft);grid-row:1/9}.overview td>*{grid-column:2;justify-self:start}}
@media print{:root{color-scheme:light;--ground:#fff;--raised:#fff;--text:#000;--soft:#444;--line:#bbb;--link:#000;--good:#116329;--warn:#7a4b00;--bad:#b3261e;--open:#5a3fa0;--series-1:#0b6bcb;--series-2:#b35900;--series-3:#116329}
body{max-width:none;padding:0;font-size:9pt}.search,figure details{display:none}.target{content-visibility:visible;border:0;break-before:page}figure,tr{break-inside:avoid}.scroll{overflow:visible}a{text-decoration:none}}
`;
