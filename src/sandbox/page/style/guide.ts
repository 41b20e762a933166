// The first minute: a calm strip above the conversation, three steps beside each other, or below each other on a phone.

export const guideStyle = `
.first-minute { flex: none; margin: 10px 16px 0; padding: 8px 12px 12px; border: 1px solid var(--line); border-radius: 12px; background: var(--tint); }
.first-minute > header { display: flex; align-items: center; justify-content: space-between; gap: 8px; padding: 0; border: 0; }
.first-minute h2 { font-size: 15px; }
.first-minute .purpose { margin: 0 0 8px; }
.first-minute ol { list-style: none; display: grid; grid-template-columns: repeat(3, auto); justify-content: start; gap: 8px 22px; counter-reset: step; }
.first-minute ol > li { counter-increment: step; display: flex; flex-direction: column; align-items: flex-start; gap: 6px; padding-left: 30px; position: relative; color: var(--soft); }
.first-minute ol > li::before { content: counter(step); position: absolute; left: 0; top: 0; width: 22px; height: 22px; border: 1px solid var(--edge); border-radius: 50%; text-align: center; font-size: 13px; line-height: 20px; }
.first-minute .now { color: var(--ink); max-width: 46ch; overflow-wrap: anywhere; }
.first-minute .now::before { border-color: var(--accent); background: var(--accent); color: var(--accent-ink); font-weight: 700; }
.first-minute .done::before { content: ""; background: var(--accent); border-color: var(--accent); }
.first-minute .done::after { content: ""; position: absolute; left: 8px; top: 4px; width: 5px; height: 10px; border: solid var(--accent-ink); border-width: 0 2px 2px 0; transform: rotate(42deg); }
.first-minute .mark { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.what-next { list-style: none; display: flex; flex-wrap: wrap; gap: 8px; }
.button.first-minute-again { flex: none; justify-content: flex-start; min-height: 28px; padding: 2px 20px; border: 0; border-bottom: 1px solid var(--line); border-radius: 0; background: var(--ghost); color: var(--soft); font-size: 13px; }
@media (max-width: 720px) {
  .first-minute { margin: 8px 10px 0; padding: 6px 10px 10px; }
  .first-minute ol { grid-template-columns: 1fr; gap: 4px; }
  .first-minute ol > li:not(.now) { position: absolute; visibility: hidden; }
}
@media (max-height: 520px) {
  .first-minute { padding-top: 4px; padding-bottom: 6px; }
  .first-minute > header { position: relative; height: 0; justify-content: flex-end; align-items: flex-start; }
  .first-minute h2 { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .first-minute .purpose { display: none; }
  .first-minute ol, .what-next { padding-right: 40px; }
  .first-minute ol > li { flex-direction: row; flex-wrap: wrap; align-items: center; align-content: flex-start; }
}
@media (forced-colors: active) { .first-minute .now::before { outline: 2px solid; } }
`;
