// How the clock in the bar and the timeline beside the conversation look.

const bar = `
.clock { display: flex; align-items: center; justify-content: center; gap: 6px 10px; min-width: 0; }
.clock .button { min-height: 32px; padding: 3px 7px; font-size: 13px; white-space: nowrap; }
.clock-wide { display: flex; align-items: center; gap: 8px; }
.clock-steps { display: flex; flex-wrap: wrap; gap: 4px; }
.clock-wide .clock-steps { flex-wrap: nowrap; }
.clock-now { position: relative; flex: none; }
.clock-now time, .clock-running time { font-variant-numeric: tabular-nums; white-space: nowrap; }
.clock-more {
  position: absolute; z-index: 20; top: calc(100% + 6px); left: 0; display: flex; flex-direction: column; gap: 12px; width: 360px; max-width: calc(100vw - 20px);
  padding: 14px 16px; border: 1px solid var(--line); border-radius: 14px; background: var(--raised); color: var(--ink); box-shadow: var(--shadow);
}
.clock-more dl { display: grid; gap: 0 8px; font-size: 14px; }
.clock-more dt { color: var(--soft); font-size: 13px; }
.clock-more dd { margin-bottom: 6px; }
.others .button { padding: 3px 6px; white-space: nowrap; }
.others p { margin-top: 4px; color: var(--soft); font-size: 13px; }
.knob { position: relative; width: 30px; height: 18px; flex: none; border: 1px solid var(--edge); border-radius: 9px; background: var(--paper); }
.knob::after { content: ""; position: absolute; top: 2px; left: 2px; width: 12px; height: 12px; border-radius: 50%; background: var(--edge); transition: translate .12s ease; }
[aria-checked="true"] > .knob { border-color: var(--accent); background: var(--accent); }
[aria-checked="true"] > .knob::after { translate: 12px 0; background: var(--accent-ink); }
.clock-running { display: flex; align-items: center; gap: 12px; min-width: 0; }
.clock-running progress { width: min(220px, 26vw); height: 8px; accent-color: var(--accent); }
.clock-running time { min-width: 15em; font-weight: 600; }
@media (max-width: 1260px) { .clock-wide .others { display: none; } }
@media (max-width: 1130px) { .clock-wide { display: none; } }
@media (max-width: 760px) {
  .clock { position: relative; width: 100%; }
  .clock-now { position: static; }
  .clock-more { right: 0; width: auto; max-width: none; }
  .clock-running { width: 100%; justify-content: space-between; gap: 8px; }
  .clock-running time { min-width: 0; white-space: normal; flex: 1; font-size: 13px; }
}
@media (forced-colors: active) { [aria-checked="true"] > .knob { background: Highlight; } .knob::after { background: CanvasText; } }
`;

const timeline = `
.timeline { display: flex; flex-direction: column; gap: 14px; min-height: 0; padding: 14px 16px 24px; overflow-y: auto; font-size: 14px; overflow-wrap: anywhere; }
.timeline > * { flex: none; }
.timeline > header { display: flex; align-items: center; justify-content: space-between; gap: 8px; }
.timeline h2 { font-size: 17px; }
.timeline h2:focus-visible { outline: 0; }
.timeline ol { list-style: none; }
.filters { display: grid; grid-template-columns: 1fr 1fr; gap: 8px; }
.filters label { display: flex; flex-direction: column; gap: 2px; min-width: 0; font-size: 13px; color: var(--soft); }
.filters label:first-child { grid-column: 1 / -1; }
.filters select { width: 100%; min-height: 34px; padding: 4px 8px; border: 1px solid var(--edge); border-radius: 8px; background: var(--paper); color: var(--ink); font-size: 14px; }
.total { color: var(--soft); font-size: 13px; }
.chart svg { display: block; width: 100%; height: 72px; border-bottom: 1px solid var(--edge); }
.chart rect.said-by-bot { fill: var(--accent); }
.chart rect.done-by-people { fill: var(--edge); }
.chart figcaption { display: flex; flex-wrap: wrap; gap: 2px 14px; margin-top: 6px; color: var(--soft); font-size: 13px; }
.chart figcaption [class]::before { content: ""; display: inline-block; width: 9px; height: 9px; margin-right: 5px; border-radius: 2px; forced-color-adjust: none; }
.chart figcaption .said-by-bot::before { background: var(--accent); }
.chart figcaption .done-by-people::before { background: var(--edge); }
.chart summary { margin-top: 4px; color: var(--soft); font-size: 13px; cursor: pointer; }
.figures { max-height: 240px; margin-top: 6px; overflow: auto; border: 1px solid var(--line); border-radius: 8px; }
.figures table { border-collapse: collapse; font-size: 12px; font-variant-numeric: tabular-nums; overflow-wrap: normal; }
.figures th, .figures td { padding: 4px 8px; border-bottom: 1px solid var(--line); text-align: right; vertical-align: bottom; font-weight: 400; }
.figures thead th { min-width: 68px; font-weight: 600; }
.figures th:first-child { position: sticky; left: 0; min-width: 116px; background: var(--paper); text-align: left; white-space: nowrap; }
.weeks > li { border-top: 1px solid var(--line); }
.weeks h3 { font-size: 14px; font-weight: 600; }
.weeks h3 button { display: flex; align-items: center; gap: 8px; width: 100%; padding: 9px 2px; border: 0; background: none; text-align: left; font-weight: 600; cursor: pointer; }
.weeks h3 button:hover:not(:disabled) { background: var(--hover); }
.weeks h3 button:disabled { cursor: default; color: var(--soft); }
.weeks h3 button:disabled .icon { visibility: hidden; }
.weeks h3 button > span { flex: 1; }
.weeks h3 small { color: var(--soft); font-size: 13px; font-weight: 400; font-variant-numeric: tabular-nums; }
.weeks h3 .icon { rotate: -90deg; }
.weeks h3 [aria-expanded="true"] .icon { rotate: none; }
.weeks .themes { padding: 0 2px 4px 26px; color: var(--soft); font-size: 13px; }
.weeks h4 { position: sticky; top: -14px; padding: 8px 2px 4px; background: var(--paper); font-size: 13px; font-weight: 600; }
.weeks ol > li { display: grid; grid-template-columns: 44px 1fr; gap: 6px; padding: 3px 2px; }
.weeks ol time { color: var(--soft); font-size: 13px; font-variant-numeric: tabular-nums; }
.weeks ol p { display: -webkit-box; overflow: hidden; -webkit-box-orient: vertical; -webkit-line-clamp: 3; }
.weeks .by-bot { border-left: 3px solid var(--accent); padding-left: 8px; }
.weeks .by-person { border-left: 3px solid var(--line); padding-left: 8px; }
.weeks ol a { color: var(--ink); text-decoration: none; }
.weeks ol a:hover { text-decoration: underline; text-decoration-color: var(--edge); }
.weeks .empty { padding: 8px 26px; }
`;

export const clockStyle = [bar, timeline].join('');
