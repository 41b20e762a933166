// How the workspace looks: the bar above, the people to act as, the places at the side, the room, what stands beside it; and all of it on a phone.
import { conversationStyle } from './conversation.ts';

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
.elsewhere { margin-top: 14px; }
.entry { display: flex; align-items: center; gap: 9px; min-height: 32px; padding: 3px 10px; border-radius: 9px; color: var(--side-ink); text-decoration: none; }
.entry .icon { color: var(--side-soft); }
.entry:hover { background: var(--side-hover); }
.entry[aria-current] { background: var(--chosen); color: var(--chosen-ink); }
.entry[aria-current] .icon { color: inherit; }
.entry .name { flex: 1; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.entry.unread .name { font-weight: 700; }
.count { min-width: 20px; padding: 0 6px; border-radius: 10px; background: var(--badge); color: var(--badge-ink); font-size: 12px; font-weight: 600; line-height: 19px; text-align: center; font-variant-numeric: tabular-nums; }
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
  .beginning { margin-left: 12px; margin-right: 12px; }
  .day, .new, .rule { margin-left: 12px; margin-right: 12px; }
  .composer, .closed { margin: 0 8px 8px; }
  .composer .primary span { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .offers .title small { display: none; }
  .beside { width: 100%; }
  .home { padding-left: 12px; padding-right: 12px; }
}
@media (hover: none) { .message:hover .tools { visibility: hidden; } .message:focus-within .tools, .message:focus .tools { visibility: visible; } }
@media (forced-colors: active) { .entry[aria-current], [role="option"].active, .tabs a[aria-current] { outline: 2px solid; outline-offset: -2px; } }
`;

export const workspaceStyle = [frame, people, places, conversationStyle, narrow].join('');
