/** The page's whole style, light and dark, as one sheet. */
export const PAGE_STYLE = `
:root {
  --page: #f6f7f9; --card: #ffffff; --ink: #16202c; --soft: #5a6675; --line: #e0e4ea;
  --good: #18794e; --good-card: #e6f4ec; --bad: #b42318; --bad-card: #fdecea;
  --tree: #b8c0cc; --read: #2f6fde; --stored: #12908e; --terminal: #10181f; --terminal-ink: #d7dee6; --terminal-soft: #8794a3;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #0e1318; --card: #171e26; --ink: #e7ecf2; --soft: #98a4b3; --line: #2a343f;
    --good: #5cc895; --good-card: #12291f; --bad: #ff8a7d; --bad-card: #331815;
    --tree: #4a5767; --read: #6ea0f7; --stored: #3fbfbb; --terminal: #0a0f13;
  }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--ink); font: 16px/1.55 system-ui, sans-serif; }
main { max-width: 860px; margin: 0 auto; padding: 48px 20px 64px; }
h1 { font-size: 2.1rem; line-height: 1.15; letter-spacing: -0.02em; margin: 0 0 20px; }
h2 { font-size: 1.2rem; letter-spacing: -0.01em; margin: 0 0 4px; }
section { background: var(--card); border: 1px solid var(--line); border-radius: 12px; padding: 22px 24px; margin-top: 20px; }
section > p { color: var(--soft); margin: 0 0 18px; max-width: 65ch; }
.eyebrow { color: var(--soft); font-size: 0.85rem; font-weight: 600; letter-spacing: 0.06em; text-transform: uppercase; margin: 0 0 6px; }
.verdict { display: flex; gap: 12px; align-items: center; margin: 0 0 20px; padding: 14px 18px; border-radius: 12px; font-size: 1.05rem; }
.verdict .mark { font-size: 1.4rem; line-height: 1; }
.verdict.good { background: var(--good-card); color: var(--good); }
.verdict.bad { background: var(--bad-card); color: var(--bad); }
.tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(170px, 1fr)); gap: 12px; }
.tile { background: var(--card); border: 1px solid var(--line); border-radius: 12px; padding: 16px 18px; }
.tile .label { color: var(--soft); font-size: 0.85rem; }
.tile .value { font-size: 1.75rem; font-weight: 650; letter-spacing: -0.02em; }
.tile .note { color: var(--soft); font-size: 0.85rem; line-height: 1.35; }
.scroll { overflow-x: auto; }
.chart { display: block; width: 100%; min-width: 520px; height: auto; }
.chart text { dominant-baseline: central; font-size: 13px; fill: var(--soft); }
.chart .bar-heading { font-weight: 650; fill: var(--ink); font-size: 14px; }
.chart .bar-label { text-anchor: end; }
.chart .bar-value { fill: var(--ink); font-variant-numeric: tabular-nums; }
.bar.tree { fill: var(--tree); } .bar.read { fill: var(--read); } .bar.stored { fill: var(--stored); }
table { border-collapse: collapse; width: 100%; font-size: 0.95rem; }
table.narrow { max-width: 420px; }
th { text-align: left; font-weight: 600; color: var(--soft); font-size: 0.85rem; }
th, td { padding: 8px 14px 8px 0; border-bottom: 1px solid var(--line); vertical-align: top; }
tr:last-child td { border-bottom: 0; }
.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
td.number, th.number { padding-right: 24px; }
.status.good { color: var(--good); } .status.bad { color: var(--bad); font-weight: 600; }
details { border-top: 1px solid var(--line); }
summary { display: flex; gap: 12px; align-items: baseline; padding: 11px 0; cursor: pointer; list-style: none; }
summary::-webkit-details-marker { display: none; }
summary::after { content: '›'; color: var(--soft); transition: transform 0.15s; }
details[open] > summary::after { transform: rotate(90deg); }
summary .step { flex: none; width: 1.6em; color: var(--soft); font-variant-numeric: tabular-nums; text-align: right; }
summary .title { flex: 1; font-weight: 550; }
summary .status { font-size: 0.85rem; white-space: nowrap; color: var(--soft); }
summary .status.good { color: var(--good); } summary .status.bad { color: var(--bad); }
details > p { margin: 0 0 12px 38px; color: var(--soft); font-size: 0.95rem; max-width: 70ch; }
.terminal { margin: 0 0 18px 38px; padding: 14px 16px; background: var(--terminal); color: var(--terminal-ink); border-radius: 8px;
  overflow-x: auto; font: 12.5px/1.55 ui-monospace, SFMono-Regular, Menlo, 'DejaVu Sans Mono', monospace; white-space: pre; }
.terminal .command { font-weight: 600; color: #fff; margin-top: 10px; }
.terminal .command::before { content: '$ '; color: var(--terminal-soft); }
.terminal > :first-child { margin-top: 0; }
.terminal .took { color: var(--terminal-soft); }
.terminal .took::before { content: '└ '; }
.terminal .measured { color: #f0c674; margin-top: 6px; white-space: pre-wrap; }
.terminal .check { white-space: pre-wrap; margin-top: 4px; }
.terminal .status.good { color: #7ad6a7; } .terminal .status.bad { color: #ff8a7d; }
footer { color: var(--soft); font-size: 0.85rem; margin-top: 28px; }
@media (max-width: 560px) { details > p, .terminal { margin-left: 0; } h1 { font-size: 1.7rem; } }
`;
