// The look of Block Kit: texts, pictures, and every control that a message or a form can hold.

const texts = `
.words > p + p, .words > p + blockquote, .words > blockquote + p { margin-top: 6px; }
.words, .context, .hint, .fault { overflow-wrap: anywhere; }
.words ul, .words ol { padding-left: 24px; }
.words .heading { font-weight: 700; }
.words code { background: var(--code); border-radius: 4px; padding: 1px 4px; font: .92em/1.4 ui-monospace, "DejaVu Sans Mono", monospace; }
.words pre { background: var(--code); border: 1px solid var(--line); border-radius: 6px; padding: 8px 10px; margin: 4px 0; overflow-x: auto; font: .88em/1.45 ui-monospace, "DejaVu Sans Mono", monospace; white-space: pre-wrap; }
.words blockquote { margin: 4px 0; padding-left: 12px; border-left: 3px solid var(--edge); }
.mention { background: var(--accent-soft); border-radius: 4px; padding: 0 3px; font-weight: 600; }
.unknown { color: var(--soft); border: 1px dashed var(--edge); border-radius: 6px; padding: 6px 10px; font-size: 13px; }
`;

const boxes = `
.blocks { display: flex; flex-direction: column; gap: 8px; min-width: 0; }
.blocks:has(> .input) { gap: 16px; }
.blocks > h3 { font-size: 17px; line-height: 1.3; margin-top: 4px; overflow-wrap: anywhere; }
.blocks > hr, .words > hr { width: 100%; border: 0; border-top: 1px solid var(--line); margin: 4px 0; }
.section { display: flex; gap: 14px; align-items: flex-start; justify-content: space-between; }
.section > .words { flex: 1; min-width: 0; }
.section > :not(.words) { flex: none; max-width: 50%; }
.section > .enlargeable img { width: 88px; height: 88px; object-fit: cover; }
.fields { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(200px, 100%), 1fr)); gap: 8px 16px; margin-top: 6px; }
.fields:first-child { margin-top: 0; }
.context { display: flex; flex-wrap: wrap; align-items: center; gap: 4px 10px; color: var(--soft); font-size: 13px; }
.context > div { min-width: 0; }
.context img { width: 20px; height: 20px; border: 0; border-radius: 4px; object-fit: cover; }
.actions { display: flex; flex-wrap: wrap; gap: 8px; align-items: center; }
.actions .button, .section > .button { max-width: 100%; text-align: left; overflow-wrap: anywhere; }
`;

const pictures = `
.enlargeable { position: relative; display: inline-block; max-width: 100%; }
.enlargeable img { display: block; max-width: 100%; max-height: 420px; border: 1px solid var(--line); border-radius: 8px; background: var(--paper); }
.enlargeable > button { position: absolute; inset: 0; border: 0; border-radius: 8px; background: none; cursor: zoom-in; }
.blocks figure > figcaption { font-weight: 600; font-size: 13px; margin-bottom: 4px; }
`;

const fields = `
.input { display: flex; flex-direction: column; gap: 5px; border: 0; margin: 0; padding: 0; min-width: 0; }
.input > label, .input > legend { font-weight: 600; padding: 0; margin-bottom: 2px; overflow-wrap: anywhere; }
.input > legend + * { margin-top: 0; }
.input small, .limit, .hint, .tick small, .picker small { color: var(--soft); font-weight: 400; font-size: 13px; }
.limit { display: block; }
.limit.empty { display: none; }
.fault { color: var(--danger); font-size: 14px; }
.fault::before { content: "! "; font-weight: 700; }
.input input:not([type="checkbox"], [type="radio"]), .input select, .input textarea,
.actions input:not([type="checkbox"], [type="radio"]), .actions select, .section select, .section input:not([type="checkbox"], [type="radio"]) {
  border: 1px solid var(--edge); border-radius: 8px; min-height: 36px; padding: 6px 10px; background: var(--paper); color: var(--ink); max-width: 100%;
}
.input > input, .input > select, .input > textarea, .input .combobox, .input .combobox > input, .handed > input { width: 100%; }
.input textarea { resize: vertical; min-height: 84px; }
.actions select, .section select, .actions .combobox, .section .combobox { width: 220px; max-width: 100%; }
.actions .combobox > input, .section .combobox > input { width: 100%; }
::placeholder { color: var(--soft); opacity: 1; }
.faulty input:not([type="checkbox"], [type="radio"]), .faulty select, .faulty textarea { border-color: var(--danger); box-shadow: 0 0 0 1px var(--danger); }
.faulty input:focus-visible, .faulty select:focus-visible, .faulty textarea:focus-visible { box-shadow: none; }
.actions fieldset, .section fieldset { border: 0; margin: 0; padding: 0; min-width: 0; }
.picker { display: inline-flex; flex-wrap: wrap; gap: 4px 8px; align-items: center; }
.ticks { display: flex; flex-direction: column; gap: 6px; }
.tick { display: grid; grid-template-columns: 20px 1fr; gap: 0 8px; align-items: start; }
.tick input { width: 17px; height: 17px; margin: 3px 0 0; accent-color: var(--accent); }
.tick label, .tick small { overflow-wrap: anywhere; }
.tick small { grid-column: 2; }
`;

const lists = `
.several { display: flex; flex-direction: column; gap: 6px; }
.chips, .handed ul { display: flex; flex-wrap: wrap; gap: 6px; list-style: none; }
.chips li, .handed li { display: flex; align-items: center; gap: 2px; padding: 1px 2px 1px 9px; border-radius: 7px; background: var(--accent-soft); max-width: 100%; overflow-wrap: anywhere; }
.chips button, .handed button { width: 26px; height: 26px; border: 0; border-radius: 6px; background: none; cursor: pointer; font-size: 17px; line-height: 1; }
.chips button:hover, .handed button:hover { background: var(--hover); }
.handed { display: flex; flex-direction: column; gap: 6px; }
.input .handed > input { width: auto; border: 0; padding: 0; min-height: 0; color: transparent; background: none; }
.handed > input::file-selector-button { min-height: 34px; margin: 0; padding: 4px 12px; border: 1px solid var(--edge); border-radius: 8px; background: var(--paper); color: var(--ink); font: inherit; cursor: pointer; }
.combobox { position: relative; }
.combobox > input, .input > select, .actions select, .section select {
  appearance: none; padding-right: 32px !important; text-overflow: ellipsis;
  background: linear-gradient(45deg, transparent 50%, var(--soft) 50%) calc(100% - 17px) 50% / 5px 5px no-repeat,
    linear-gradient(135deg, var(--soft) 50%, transparent 50%) calc(100% - 12px) 50% / 5px 5px no-repeat, var(--paper) !important;
}
.choices { position: absolute; z-index: 5; top: calc(36px + 4px); left: 0; right: 0; min-width: min(260px, 80vw); max-height: 264px; overflow-y: auto; padding: 4px; background: var(--raised); border: 1px solid var(--edge); border-radius: 10px; box-shadow: var(--shadow); }
.choice-group { border: 0; margin: 0; padding: 0; min-width: 0; }
.choice-heading { padding: 6px 10px 2px; font-size: 12px; font-weight: 600; color: var(--soft); }
.choice, .none { display: flex; flex-direction: column; padding: 5px 10px; border-radius: 6px; cursor: pointer; overflow-wrap: anywhere; }
.choice small, .none { color: var(--soft); font-size: 13px; }
.choice.active { background: var(--accent-soft); }
.choice.active small { color: var(--ink); }
.choice[aria-selected="true"] > span { font-weight: 600; }
.choice[aria-selected="true"] > span::after { content: " ✓" / ""; }
.choice[aria-disabled="true"] { color: var(--soft); cursor: default; }
.overflow { position: relative; display: inline-block; }
.overflow svg { fill: currentColor; }
.overflow > [role="menu"] { position: absolute; z-index: 5; top: calc(100% + 4px); right: 0; min-width: 180px; max-width: min(320px, 80vw); padding: 4px; background: var(--raised); border: 1px solid var(--edge); border-radius: 10px; box-shadow: var(--shadow); }
.overflow [role="menuitem"] { display: flex; flex-direction: column; width: 100%; padding: 6px 10px; border: 0; border-radius: 6px; background: none; text-align: left; cursor: pointer; }
.overflow [role="menuitem"]:hover, .overflow [role="menuitem"]:focus { background: var(--accent-soft); }
`;

export const blocksStyle = [texts, boxes, pictures, fields, lists].join('');
