// The faults panel: a column of short blocks beside the conversation, or all of a phone's width.

export const faultsStyle = `
.faults { display: flex; flex-direction: column; gap: 14px; padding: 14px 16px 24px; overflow-y: auto; min-height: 0; background: var(--ghost); font-size: 14px; overflow-wrap: anywhere; }
.faults > header { display: flex; align-items: center; justify-content: space-between; gap: 8px; }
.faults > * { flex: none; }
.faults h2 { font-size: 17px; }
.faults h2:focus-visible { outline: 0; }
.faults h3 { font-size: 15px; margin-top: 4px; scroll-margin-top: 12px; }
.faults h4 { font-size: 14px; }
.faults ul, .faults ol { list-style: none; display: flex; flex-direction: column; gap: 10px; }
.experiments .button { width: 100%; justify-content: flex-start; text-align: left; font-weight: 600; }
.experiments p { margin: 4px 2px 0; color: var(--soft); }
.faults h3:focus-visible { outline: 0; }
.faults .then { color: var(--link); font-weight: 600; }
.faults .then:empty { display: none; }
.ordered, .bot-life, .time-passes, .letters article { display: flex; flex-direction: column; align-items: flex-start; gap: 8px; padding: 10px 12px; border: 1px solid var(--line); border-radius: 10px; background: var(--raised); }
.time-passes { flex-direction: row; flex-wrap: wrap; align-items: center; }
.time-passes p { flex: 1 1 100%; }
.ordered { border-color: var(--warn); background: var(--warn-soft); }
.ordered ul { gap: 4px; }
.faults .steps { gap: 6px; width: 100%; }
.steps li, .calls li { display: grid; grid-template-columns: 66px 1fr; gap: 2px 8px; }
.steps time, .calls time { color: var(--soft); font-variant-numeric: tabular-nums; }
.steps em, .calls em { grid-column: 2; color: var(--soft); font-style: normal; font-size: 13px; }
.steps .next { color: var(--soft); }
.steps .next span { grid-column: 2; }
.received { width: 100%; }
.faults .received { gap: 4px; }
.received li { padding: 3px 10px; border-radius: 8px; background: var(--warn-soft); color: var(--warn); font-weight: 600; }
.received li.good { background: var(--accent-soft); color: var(--ink); }
.faults .empty { padding: 0; }
.faults summary { cursor: pointer; font-weight: 600; font-size: 15px; padding: 4px 0; }
.faults fieldset { display: flex; flex-direction: column; align-items: flex-start; gap: 8px; margin: 8px 0 12px; padding: 10px 12px; border: 1px solid var(--line); border-radius: 10px; background: var(--raised); min-width: 0; }
.faults legend { font-weight: 600; padding: 0 4px; }
.faults fieldset p { width: 100%; display: flex; flex-direction: column; gap: 2px; }
.faults select { width: 100%; min-height: 32px; border: 1px solid var(--edge); border-radius: 8px; background: var(--paper); padding: 4px 8px; }
.faults .calls ol { margin-top: 8px; gap: 6px; font-size: 13px; }
.calls li { grid-template-columns: 60px auto; }
.calls li > * { grid-column: 2; justify-self: start; }
.calls li > time { grid-column: 1; }
.calls code { background: var(--code); border-radius: 4px; padding: 0 4px; font-size: 12px; }
.calls b { font-weight: 400; }
.calls .trouble span { color: var(--danger); }
@media (forced-colors: active) { .received li.good { border: 1px solid; } }
`;
