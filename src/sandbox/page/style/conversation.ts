// How a conversation looks: its messages with their files, threads and tools, and the place to write.

const said = `
.said { position: relative; flex: 1; display: flex; flex-direction: column; min-height: 0; }
.log { position: relative; flex: 1; overflow-y: auto; overscroll-behavior: contain; padding: 10px 0 14px; }
.log:focus-visible, .home:focus-visible { outline-offset: -3px; }
.beginning { display: flex; align-items: center; gap: 14px; max-width: 720px; margin: 14px 20px 6px; color: var(--soft); }
.beginning strong { color: var(--ink); }
.beginning .sign { display: grid; place-items: center; width: 36px; height: 36px; flex: none; border-radius: 10px; background: var(--tint); color: var(--link); }
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

export const conversationStyle = [said, writing].join('');
