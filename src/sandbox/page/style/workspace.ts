// How the workspace looks: the bar above, the places at the side, the room with its messages, what stands beside it, and the place to write.

const frame = `
.page {
  display: grid; height: 100vh; height: 100dvh; grid-template: auto minmax(0, 1fr) / 264px minmax(0, 1fr) auto;
  grid-template-areas: "top top top" "side room beside";
}
.skip { position: absolute; left: 8px; top: -60px; z-index: 30; }
.skip:focus { top: 8px; box-shadow: var(--shadow); }
.top { grid-area: top; display: flex; align-items: center; gap: 12px; min-width: 0; padding: 8px 12px; background: var(--side); border-bottom: 1px solid var(--line); }
.top .middle { flex: 1; display: flex; flex-wrap: wrap; align-items: center; justify-content: center; gap: 6px 12px; min-width: 0; }
.top .turns { display: flex; align-items: center; gap: 2px; }
.top .team { color: var(--side-soft); font-weight: 600; }
.top .button[aria-pressed="true"] { background: var(--accent-soft); }
.square { width: 34px; min-height: 34px; padding: 0; }
.drawer { position: relative; display: none; }
.drawer .dot { position: absolute; top: 5px; right: 4px; width: 9px; height: 9px; border-radius: 50%; background: var(--badge); }
.side { grid-area: side; overflow-y: auto; padding: 8px 10px 24px; background: var(--side); border-right: 1px solid var(--line); }
.room { grid-area: room; display: flex; flex-direction: column; min-width: 0; min-height: 0; }
.beside { grid-area: beside; display: flex; flex-direction: column; width: 400px; min-height: 0; border-left: 1px solid var(--line); background: var(--paper); }
.room:focus-visible, .side:focus-visible { outline-offset: -3px; }
.bar { display: flex; align-items: center; gap: 10px; min-height: 60px; padding: 8px 20px; border-bottom: 1px solid var(--line); }
.bar > div:first-child, .bar .title { flex: 1; min-width: 0; }
.bar h1, .bar h2 { display: flex; align-items: center; gap: 6px; font-size: 17px; line-height: 1.3; overflow-wrap: anywhere; }
.bar p { color: var(--soft); font-size: 13px; }
.bar h1:focus-visible, .bar h2:focus-visible { outline: 0; }
.bar.bot { padding-bottom: 0; align-items: flex-start; }
.tabs { display: flex; gap: 18px; }
.tabs a { padding: 4px 1px 7px; border-bottom: 2px solid transparent; color: var(--soft); text-decoration: none; }
.tabs a:hover { color: var(--ink); }
.tabs a[aria-current] { border-color: var(--accent); color: var(--ink); font-weight: 600; }
.bookmarks { display: flex; flex-wrap: wrap; gap: 2px 14px; list-style: none; font-size: 13px; }
.bookmarks li { display: flex; align-items: center; gap: 4px; }
`;

const people = `
.face { display: grid; place-items: center; width: 36px; height: 36px; flex: none; border-radius: 10px; color: #ffffff; font-size: 13px; font-weight: 600; letter-spacing: .02em; }
.face[data-colour="bot"] { background: var(--accent); color: var(--accent-ink); }
.face[data-colour="0"] { background: #3d6486; }
.face[data-colour="1"] { background: #7a5640; }
.face[data-colour="2"] { background: #5d5f96; }
.face[data-colour="3"] { background: #4a6b3a; }
.face[data-colour="4"] { background: #8a4a62; }
.face[data-colour="5"] { background: #3a6e70; }
.face[data-colour="6"] { background: #7c5a1f; }
.face[data-colour="7"] { background: #6b4d7d; }
.who { display: flex; flex-direction: column; min-width: 0; line-height: 1.3; text-align: left; }
.who strong { font-weight: 600; }
.who strong, .who small { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.who small { color: var(--soft); font-size: 13px; }
.switcher { position: relative; width: 252px; flex: none; }
.acting { display: flex; align-items: center; gap: 10px; width: 100%; padding: 5px 8px; border: 1px solid transparent; border-radius: 12px; background: none; color: var(--side-ink); cursor: pointer; }
.acting:hover, .acting[aria-expanded="true"] { background: var(--side-hover); }
.acting .who { flex: 1; }
.acting .who small { color: var(--side-soft); }
.chooser, .popover {
  position: absolute; z-index: 20; top: calc(100% + 6px); display: flex; flex-direction: column; width: 400px; max-width: calc(100vw - 20px); max-height: min(560px, 78vh);
  border: 1px solid var(--line); border-radius: 14px; background: var(--raised); box-shadow: var(--shadow); overflow: hidden;
}
.chooser { left: 0; }
.chooser input { margin: 10px; padding: 8px 12px; border: 1px solid var(--edge); border-radius: 9px; background: var(--paper); }
.chooser .people { overflow-y: auto; padding: 0 6px 8px; }
.chooser .none { padding: 6px 16px 18px; color: var(--soft); }
.chooser [role="option"], .member { display: flex; align-items: center; gap: 10px; padding: 6px 8px; border-radius: 10px; cursor: pointer; }
.chooser [role="option"] .who, .member .who { flex: 1; }
.chooser [role="option"]:hover, .member:hover:not(:disabled) { background: var(--hover); }
.chooser [role="option"].active { background: var(--accent-soft); }
.chooser [role="option"][aria-selected="true"] strong::after { content: " (you)"; color: var(--soft); font-weight: 400; }
.there { text-align: right; line-height: 1.3; font-variant-numeric: tabular-nums; }
.there small { display: block; color: var(--soft); font-size: 12px; }
.members { position: relative; flex: none; }
.popover { right: 0; }
.popover h2 { padding: 12px 16px 6px; font-size: 15px; }
.popover ul { list-style: none; overflow-y: auto; padding: 0 8px 10px; }
.member { width: 100%; border: 0; background: none; }
.member:disabled { cursor: default; }
`;

const places = `
.side h2, .side summary { padding: 14px 10px 4px; color: var(--side-soft); font-size: 13px; font-weight: 600; }
.side summary { cursor: pointer; border-radius: 8px; }
.side ul { list-style: none; }
.entry { display: flex; align-items: center; gap: 9px; min-height: 32px; padding: 3px 10px; border-radius: 9px; color: var(--side-ink); text-decoration: none; }
.entry .icon { color: var(--side-soft); }
.entry:hover { background: var(--side-hover); }
.entry[aria-current] { background: var(--chosen); color: var(--chosen-ink); }
.entry[aria-current] .icon { color: inherit; }
.entry .name { flex: 1; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.entry.unread .name { font-weight: 700; }
.count { min-width: 20px; padding: 0 6px; border-radius: 10px; background: var(--badge); color: var(--badge-ink); font-size: 12px; font-weight: 600; line-height: 19px; text-align: center; font-variant-numeric: tabular-nums; }
`;

const said = `
.said { position: relative; flex: 1; display: flex; flex-direction: column; min-height: 0; }
.log { position: relative; flex: 1; overflow-y: auto; overscroll-behavior: contain; padding: 10px 0 14px; }
.log:focus-visible, .home:focus-visible { outline-offset: -3px; }
.day { display: flex; align-items: center; gap: 12px; margin: 10px 20px 6px; font-size: 13px; font-weight: 600; color: var(--soft); }
.day::before, .day::after { content: ""; flex: 1; border-top: 1px solid var(--line); }
.day span { padding: 2px 12px; border: 1px solid var(--line); border-radius: 12px; background: var(--paper); }
.new { display: flex; align-items: center; gap: 8px; margin: 2px 20px; color: var(--danger); font-size: 12px; font-weight: 600; }
.new::before { content: ""; flex: 1; border-top: 1px solid var(--danger); }
.earlier { display: flex; margin: 4px auto 10px; }
.jump { position: absolute; left: 50%; bottom: 12px; translate: -50% 0; border-radius: 18px; border-color: var(--line); background: var(--raised); box-shadow: var(--shadow); }
.rule { display: flex; align-items: center; gap: 10px; margin: 8px 20px; color: var(--soft); font-size: 13px; }
.rule::after { content: ""; flex: 1; border-top: 1px solid var(--line); }
.message { position: relative; display: grid; grid-template-columns: 36px minmax(0, 1fr); column-gap: 12px; padding: 7px 20px; }
.message:hover { background: var(--ghost); }
.message:focus-visible { outline-offset: -2px; }
.message.follows { padding-top: 1px; }
.message.follows > .face, .message.follows > .content > header { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.message.follows > .content { grid-column: 2; }
.message.only { margin: 4px 12px; padding: 8px 8px 10px; border-radius: 12px; background: var(--tint); }
.only-mark { grid-column: 2; margin-bottom: 3px; color: var(--soft); font-size: 12px; }
.content > header { display: flex; align-items: baseline; gap: 8px; line-height: 1.3; }
.author { font-weight: 650; }
.tag { padding: 0 5px; border-radius: 4px; background: var(--code); color: var(--soft); font-size: 11px; line-height: 16px; }
.message time { color: var(--soft); font-size: 12px; font-variant-numeric: tabular-nums; }
.content { min-width: 0; max-width: 720px; }
.words { overflow-wrap: anywhere; }
.words p + p { margin-top: 4px; }
.edited { color: var(--soft); font-size: 12px; }
.tools { position: absolute; top: -12px; right: 18px; z-index: 1; display: flex; visibility: hidden; border: 1px solid var(--line); border-radius: 9px; background: var(--raised); box-shadow: 0 1px 4px rgb(0 0 0 / .08); }
.message:hover .tools, .message:focus-within .tools, .message:focus .tools { visibility: visible; }
.tools > button { display: grid; place-items: center; width: 32px; height: 30px; padding: 0; border: 0; border-radius: 8px; background: none; color: var(--soft); cursor: pointer; }
.tools > button:hover { background: var(--hover); color: var(--ink); }
.replies { display: inline-flex; flex-wrap: wrap; align-items: center; gap: 6px; margin: 4px 0 2px -6px; padding: 3px 8px 3px 6px; border: 1px solid transparent; border-radius: 9px; background: none; cursor: pointer; font-size: 13px; }
.replies:hover { border-color: var(--line); background: var(--paper); }
.replies strong { color: var(--link); }
.replies span:not(.face) { color: var(--soft); }
.replies .face { width: 22px; height: 22px; border-radius: 6px; font-size: 9px; }
.reactions { display: flex; gap: 6px; margin-top: 4px; list-style: none; }
.reactions li { padding: 1px 8px; border: 1px solid var(--line); border-radius: 11px; font-size: 12px; }
.files { display: flex; flex-direction: column; align-items: flex-start; gap: 8px; margin-top: 6px; list-style: none; }
.picture img { display: block; max-width: min(100%, 560px); max-height: 460px; border: 1px solid var(--line); border-radius: 10px; }
.picture figcaption { margin-top: 3px; color: var(--soft); font-size: 13px; }
.file { display: inline-flex; align-items: center; gap: 10px; padding: 8px 14px 8px 10px; border: 1px solid var(--line); border-radius: 10px; background: var(--paper); color: var(--ink); text-decoration: none; }
.file:hover { background: var(--hover); }
.file small { display: block; color: var(--soft); font-size: 12px; }
.home { flex: 1; overflow-y: auto; padding: 18px 20px 40px; }
.home > .words { max-width: 720px; }
`;

const writing = `
.composer { position: relative; margin: 0 20px 16px; border: 1px solid var(--edge); border-radius: 12px; background: var(--paper); }
.composer:focus-within { border-color: var(--accent); }
.composer .line { display: flex; align-items: flex-end; gap: 6px; padding: 6px; }
.composer textarea { flex: 1; min-width: 0; min-height: 34px; max-height: 40vh; padding: 5px 4px; border: 0; background: none; resize: none; field-sizing: content; }
.composer textarea:focus-visible { outline: 0; }
.composer:has(textarea:focus-visible) { outline: 2px solid var(--focus); outline-offset: 1px; }
.chip { display: flex; align-items: center; gap: 8px; margin: 8px 8px 0; padding: 2px 4px 2px 10px; width: fit-content; max-width: calc(100% - 16px); border: 1px solid var(--line); border-radius: 9px; background: var(--ghost); overflow-wrap: anywhere; }
.chip small { color: var(--soft); }
.offers { position: absolute; z-index: 10; bottom: calc(100% + 8px); left: -1px; right: -1px; overflow: hidden; border: 1px solid var(--line); border-radius: 12px; background: var(--raised); box-shadow: var(--shadow); }
.offers .title { display: flex; justify-content: space-between; gap: 10px; padding: 7px 14px; border-bottom: 1px solid var(--line); font-size: 13px; font-weight: 600; }
.offers .title small { color: var(--soft); font-weight: 400; }
.offers [role="listbox"] { max-height: min(320px, 42vh); overflow-y: auto; padding: 6px; }
.offers [role="option"] { padding: 5px 8px; border-radius: 8px; cursor: pointer; }
.offers [role="option"]:hover { background: var(--hover); }
.offers [role="option"].active { background: var(--accent-soft); }
.offers strong { font-weight: 600; }
.offers .args { color: var(--soft); }
.offers [role="option"] small { display: block; color: var(--soft); font-size: 13px; }
.closed { margin: 0 20px 16px; padding: 12px 16px; border: 1px solid var(--line); border-radius: 12px; background: var(--ghost); color: var(--soft); }
.toast { position: fixed; z-index: 25; left: 50%; bottom: 92px; translate: -50% 0; display: flex; align-items: center; gap: 10px; max-width: min(560px, calc(100vw - 24px)); padding: 8px 8px 8px 16px; border: 1px solid var(--line); border-radius: 12px; background: var(--raised); box-shadow: var(--shadow); overflow-wrap: anywhere; }
.toast.silent { width: 1px; height: 1px; overflow: hidden; padding: 0; border: 0; clip-path: inset(50%); white-space: nowrap; }
`;

const narrow = `
@media (max-width: 1100px) {
  .beside { position: absolute; z-index: 8; right: 0; top: 0; bottom: 0; width: min(420px, 100%); grid-area: room; position: relative; justify-self: end; box-shadow: var(--shadow); }
}
@media (max-width: 760px) {
  .page { grid-template-columns: minmax(0, 1fr); grid-template-areas: "top" "room"; }
  .drawer { display: inline-flex; }
  .top { flex-wrap: wrap; gap: 4px; padding: 6px 8px; }
  .switcher { flex: 1; width: auto; min-width: 0; position: static; }
  .chooser { left: 8px; right: 8px; top: 58px; width: auto; max-width: none; }
  .top .middle { order: 9; flex-basis: 100%; }
  .top .team { display: none; }
  .top .turns .label { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .top .turns .button { width: 36px; padding: 0; }
  .side { position: fixed; z-index: 16; inset: 0 auto 0 0; width: min(300px, 86vw); visibility: hidden; transform: translateX(-100%); transition: transform .16s ease, visibility .16s; box-shadow: var(--shadow); }
  .places-open .side { visibility: visible; transform: none; }
  .shade { position: fixed; z-index: 15; inset: 0; background: var(--backdrop); }
  .bar, .message { padding-left: 12px; padding-right: 12px; }
  .day, .new, .rule { margin-left: 12px; margin-right: 12px; }
  .composer, .closed { margin: 0 8px 8px; }
  .composer .primary span { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .offers .title small { display: none; }
  .beside { width: 100%; }
  .home { padding-left: 12px; padding-right: 12px; }
}
@media (hover: none) { .message:hover .tools { visibility: hidden; } .message:focus-within .tools, .message:focus .tools { visibility: visible; } }
`;

export const workspaceStyle = [frame, people, places, said, writing, narrow].join('');
