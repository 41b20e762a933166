// The look of what stands in front of the page: forms one on the other, questions, enlarged pictures. On a phone they take the whole screen.

export const dialogsStyle = `
dialog { border: 1px solid var(--line); border-radius: 14px; background: var(--raised); color: var(--ink); padding: 0; box-shadow: var(--shadow); }
dialog::backdrop { background: var(--backdrop); }
dialog.view { width: min(560px, calc(100vw - 32px)); max-height: calc(100vh - 48px); max-height: calc(100dvh - 48px); overflow: hidden; }
dialog.view > form { display: flex; flex-direction: column; max-height: inherit; }
dialog.view.below { transform: translateY(-14px) scale(.97); }
dialog .head { display: grid; grid-template-columns: 1fr auto; gap: 0 8px; align-items: center; padding: 12px 12px 12px 20px; border-bottom: 1px solid var(--line); }
dialog h2 { font-size: 18px; line-height: 1.3; overflow-wrap: anywhere; margin: 0; }
dialog h2:focus-visible { outline: 0; }
dialog .under { grid-row: 2; grid-column: 1; color: var(--soft); font-size: 13px; }
dialog .shut { width: 36px; height: 36px; padding: 0; }
dialog.view .body { flex: 1; min-height: 0; overflow-y: auto; padding: 16px 20px 20px; scrollbar-gutter: stable; }
dialog.view .body, dialog.view .blocks { display: flex; flex-direction: column; gap: 16px; }
dialog .foot { display: flex; flex-wrap: wrap; gap: 8px; align-items: center; justify-content: flex-end; padding: 12px 20px; }
dialog.view .foot { border-top: 1px solid var(--line); }
dialog .foot .said { flex: 1 1 100%; padding: 6px 10px; border-radius: 8px; background: var(--warn-soft); overflow-wrap: anywhere; }
dialog .foot .said.empty { display: none; }
dialog .waiting::after { content: ""; width: 13px; height: 13px; border: 2px solid; border-right-color: transparent; border-radius: 50%; animation: turning .8s linear infinite; }
dialog.view[aria-busy="true"] .head::after { content: ""; grid-column: 1 / -1; height: 2px; margin: 10px -12px -13px -20px; background: var(--accent); transform-origin: left; animation: growing 3s ease-out both .25s; }
@keyframes growing { from { scale: 0 1; } }
@keyframes turning { to { rotate: 1turn; } }
dialog.question { width: min(420px, calc(100vw - 32px)); }
dialog.question > h2 { padding: 18px 20px 0; }
dialog.question > .body { padding: 8px 20px 12px; overflow-wrap: anywhere; }
dialog.enlarged { max-width: calc(100vw - 32px); max-height: calc(100vh - 32px); padding: 12px; }
dialog.enlarged[open] { display: flex; flex-direction: column; gap: 10px; align-items: flex-end; }
dialog.enlarged img { max-width: 100%; max-height: calc(100vh - 160px); align-self: center; background: var(--paper); }
dialog.enlarged p { align-self: stretch; color: var(--soft); overflow-y: auto; max-height: 6em; }
@media (max-width: 640px) {
  dialog.view { width: 100vw; max-width: 100vw; height: 100vh; height: 100dvh; max-height: none; margin: 0; border: 0; border-radius: 0; }
  dialog.view > form { height: 100%; }
  dialog.view.below { transform: none; }
  dialog.view .foot .button { flex: 1; min-height: 42px; }
}
`;
