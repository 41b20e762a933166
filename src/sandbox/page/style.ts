// The page's look: one sheet, light and dark, no pictures, no fonts to fetch.

export const pageStyle = `
:root {
  color-scheme: light dark;
  --paper: #ffffff; --ink: #1f2328; --soft: #57606a; --line: #d6dade; --side: #23364d; --side-ink: #f2f5f8; --side-soft: #b9c6d4;
  --chosen: #3b6ea5; --accent: #1f6f54; --accent-ink: #ffffff; --danger: #b3261e; --tint: #eef3f8; --ghost: #f6f8fa;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #16191d; --ink: #e7eaee; --soft: #a5afba; --line: #343b44; --side: #101820; --side-ink: #e7eaee; --side-soft: #9fb0c1;
    --chosen: #2f5f92; --accent: #3fa37f; --accent-ink: #08130e; --danger: #ff8a80; --tint: #1f2a36; --ghost: #1c2127;
  }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 15px/1.46 system-ui, -apple-system, "Segoe UI", "DejaVu Sans", sans-serif; }
button, input, select, textarea { font: inherit; color: inherit; }
:focus-visible { outline: 3px solid var(--chosen); outline-offset: 1px; }
#app { display: grid; grid-template-columns: 270px 1fr; grid-template-rows: auto 1fr; height: 100vh; }
.top { grid-column: 1 / -1; display: flex; flex-wrap: wrap; gap: 6px 8px; align-items: center; padding: 8px 14px; border-bottom: 1px solid var(--line); background: var(--ghost); }
.top strong { margin-right: auto; }
.top button { padding: 4px 9px; white-space: nowrap; }
.top label { display: flex; gap: 6px; align-items: center; }
.side { background: var(--side); color: var(--side-ink); overflow-y: auto; padding: 10px 8px; }
.side h2 { font-size: 12px; letter-spacing: .04em; text-transform: uppercase; color: var(--side-soft); margin: 14px 8px 4px; }
.side button { display: flex; width: 100%; gap: 6px; border: 0; background: none; color: inherit; text-align: left; padding: 5px 8px; border-radius: 6px; cursor: pointer; }
.side button:hover { background: rgba(255, 255, 255, .1); }
.side button[aria-current="true"] { background: var(--chosen); color: #fff; }
.side .name { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; flex: 1; }
.side .unread .name { font-weight: 700; }
.side .count { background: #d9453d; color: #fff; border-radius: 9px; padding: 0 7px; font-size: 12px; line-height: 18px; }
.room { display: flex; flex-direction: column; min-width: 0; min-height: 0; }
.room > header { padding: 10px 18px; border-bottom: 1px solid var(--line); }
.room > header h1 { font-size: 17px; margin: 0; }
.room > header p { margin: 0; color: var(--soft); font-size: 13px; }
.messages { flex: 1; overflow-y: auto; padding: 10px 18px; display: flex; flex-direction: column; gap: 14px; }
.messages.body { max-width: none; gap: 6px; }
.messages.body > * { flex: none; width: min(720px, 100%); }
.message { display: grid; grid-template-columns: 40px 1fr; gap: 10px; }
.message .face { width: 40px; height: 40px; border-radius: 8px; background: var(--tint); display: grid; place-items: center; font-weight: 700; color: var(--soft); }
.message.bot .face { background: var(--accent); color: var(--accent-ink); }
.message.only { background: var(--tint); border-radius: 8px; padding: 8px; }
.message .who { font-weight: 700; }
.message .when, .message .mark { color: var(--soft); font-size: 12px; margin-left: 6px; }
.message .tools { float: right; }
.message .tools button { border: 0; background: none; color: var(--soft); cursor: pointer; font-size: 12px; text-decoration: underline; }
.body { max-width: 720px; overflow-wrap: anywhere; }
.body p, .body h3 { margin: 2px 0; }
.body hr { border: 0; border-top: 1px solid var(--line); margin: 10px 0; }
.body img { max-width: 100%; border: 1px solid var(--line); border-radius: 8px; }
.section { display: flex; gap: 12px; align-items: flex-start; justify-content: space-between; margin: 6px 0; }
.section .words { flex: 1; min-width: 0; }
.context { color: var(--soft); font-size: 13px; }
.actions { display: flex; flex-wrap: wrap; gap: 8px; margin: 8px 0; }
.body button, dialog button, .composer button, .top button { border: 1px solid var(--line); background: var(--paper); border-radius: 8px; padding: 5px 12px; cursor: pointer; }
.body button.primary, dialog button.primary, .composer button { background: var(--accent); color: var(--accent-ink); border-color: var(--accent); font-weight: 600; }
.body button.danger, dialog button.danger { color: var(--danger); border-color: var(--danger); }
.mention { background: var(--tint); border-radius: 4px; padding: 0 3px; font-weight: 600; }
blockquote { margin: 4px 0; padding-left: 10px; border-left: 3px solid var(--line); }
.composer { position: relative; display: flex; gap: 8px; padding: 10px 18px 16px; }
.composer textarea { flex: 1; border: 1px solid var(--line); border-radius: 8px; padding: 8px 10px; background: var(--paper); resize: vertical; }
.offers { position: absolute; bottom: 100%; left: 18px; right: 18px; margin: 0; padding: 4px; list-style: none; background: var(--paper); border: 1px solid var(--line); border-radius: 8px; max-height: 260px; overflow-y: auto; }
.offers:empty { display: none; }
.offers button { display: block; width: 100%; text-align: left; background: none; border: 0; color: var(--ink); font-weight: 400; padding: 4px 8px; }
.offers button:hover, .offers button:focus { background: var(--tint); }
.offers small { color: var(--soft); }
dialog { border: 1px solid var(--line); border-radius: 12px; background: var(--paper); color: var(--ink); width: min(560px, 94vw); padding: 0; }
dialog::backdrop { background: rgba(10, 15, 20, .55); }
dialog form { display: flex; flex-direction: column; max-height: 86vh; }
dialog header, dialog footer { display: flex; align-items: center; gap: 8px; padding: 12px 18px; border-bottom: 1px solid var(--line); }
dialog header h2 { margin: 0; font-size: 18px; flex: 1; }
dialog header h2:focus-visible { outline: 0; }
dialog footer { justify-content: flex-end; border: 0; border-top: 1px solid var(--line); }
dialog .body { padding: 10px 18px; overflow-y: auto; }
.input { margin: 12px 0; display: flex; flex-direction: column; gap: 4px; }
.input label { font-weight: 600; }
.input label small, .hint { color: var(--soft); font-weight: 400; }
.input input:not([type="checkbox"]):not([type="radio"]), .input select, .input textarea, .actions select, .section select, .top select { border: 1px solid var(--line); border-radius: 8px; padding: 6px 9px; background: var(--paper); max-width: 100%; }
.ticks { display: flex; flex-direction: column; gap: 4px; }
.ticks label { font-weight: 400; display: flex; gap: 8px; align-items: flex-start; }
.ticks input { flex: none; margin: 4px 3px 0; }
.faulty input, .faulty select, .faulty textarea { border-color: var(--danger); }
.fault { color: var(--danger); margin: 0; }
.loading, .empty { color: var(--soft); padding: 20px; }
.out-of-sight { position: fixed; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
#said:not(.out-of-sight) { position: fixed; bottom: 90px; left: 50%; transform: translateX(-50%); background: var(--ink); color: var(--paper); padding: 8px 16px; border-radius: 8px; }
.attach { display: grid; place-items: center; width: 38px; border: 1px solid var(--line); border-radius: 8px; cursor: pointer; position: relative; }
.attach input { position: absolute; inset: 0; opacity: 0; cursor: pointer; }
.attach.full { background: var(--accent); color: var(--accent-ink); }
.attach:focus-within { outline: 3px solid var(--chosen); }
.top select { max-width: 210px; }
@media (max-width: 720px) {
  #app { grid-template-columns: 1fr; grid-template-rows: auto auto 1fr; }
  .side { max-height: 30vh; }
}
`;
