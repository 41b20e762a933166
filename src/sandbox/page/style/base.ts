// What all parts of the page share: colours for light and dark, type, and the plain look of controls. Every other sheet takes its colours from here.

const light = `
  color-scheme: light;
  --paper: #ffffff; --raised: #ffffff; --ghost: #f7f6f2; --tint: #eef3f0; --hover: #f4f3ef;
  --ink: #1d2421; --soft: #586560; --line: #e0dfd8; --edge: #858d88;
  --side: #f1efe9; --side-ink: #26302c; --side-soft: #5a645f; --side-hover: #e6e3da;
  --chosen: #1b5e4a; --chosen-ink: #ffffff; --accent: #1b6b53; --accent-ink: #ffffff; --accent-soft: #dcece5; --link: #17604a;
  --danger: #a92a20; --danger-ink: #ffffff; --danger-soft: #fbe9e6; --warn: #8a5300; --warn-soft: #fdf1dc;
  --badge: #a92a20; --badge-ink: #ffffff; --focus: #1f6feb; --code: #f0eee8;
  --shadow: 0 1px 2px rgb(29 36 33 / .06), 0 8px 28px rgb(29 36 33 / .14); --backdrop: rgb(20 26 23 / .45);
`;

const dark = `
  color-scheme: dark;
  --paper: #171b19; --raised: #1f2422; --ghost: #1c211f; --tint: #22302a; --hover: #1f2523;
  --ink: #e6eae7; --soft: #a2ada8; --line: #303734; --edge: #7c8782;
  --side: #111513; --side-ink: #dde3df; --side-soft: #98a49e; --side-hover: #1e2522;
  --chosen: #2f7a62; --chosen-ink: #ffffff; --accent: #6cc7a6; --accent-ink: #0b1a14; --accent-soft: #1f3a30; --link: #7dd3b3;
  --danger: #ff9b90; --danger-ink: #2a0906; --danger-soft: #3b211e; --warn: #f0bd6a; --warn-soft: #382b15;
  --badge: #ff9b90; --badge-ink: #2a0906; --focus: #7ab0ff; --code: #262c29;
  --shadow: 0 1px 2px rgb(0 0 0 / .4), 0 10px 32px rgb(0 0 0 / .5); --backdrop: rgb(0 0 0 / .6);
`;

export const baseStyle = `
:root { ${light} }
:root[data-theme="dark"] { ${dark} }
@media (prefers-color-scheme: dark) { :root:not([data-theme="light"]) { ${dark} } }
* { box-sizing: border-box; }
[hidden] { display: none !important; }
html { height: 100%; }
body {
  margin: 0; height: 100%; background: var(--paper); color: var(--ink);
  font: 15px/1.47 system-ui, -apple-system, "Segoe UI", "DejaVu Sans", sans-serif; -webkit-text-size-adjust: 100%;
}
button, input, select, textarea { font: inherit; color: inherit; }
h1, h2, h3, h4, p, ul, ol, dl, dd, figure { margin: 0; }
ul, ol { padding: 0; }
/* A name that turns the way of writing round turns nothing but itself. */
strong, em, small, span, a, button { unicode-bidi: isolate; }
a { color: var(--link); text-underline-offset: 2px; }
:focus-visible { outline: 2px solid var(--focus); outline-offset: 1px; }
.icon { width: 1.15em; height: 1.15em; flex: none; fill: none; stroke: currentColor; stroke-width: 1.7; stroke-linecap: round; stroke-linejoin: round; }
.out-of-sight { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.button {
  display: inline-flex; align-items: center; justify-content: center; gap: 6px; min-height: 32px; padding: 4px 12px; cursor: pointer;
  border: 1px solid var(--edge); border-radius: 8px; background: var(--paper); color: var(--ink); text-decoration: none;
}
.button:hover:not(:disabled) { background: var(--hover); }
.button.primary { border-color: var(--accent); background: var(--accent); color: var(--accent-ink); font-weight: 600; }
.button.primary:hover:not(:disabled) { background: color-mix(in srgb, var(--accent) 88%, var(--ink)); }
.button.danger { border-color: var(--danger); color: var(--danger); }
.button:disabled, .button[aria-disabled="true"] { cursor: default; opacity: .6; }
.button.bare, .bare { border-color: transparent; background: none; }
.bare:hover:not(:disabled) { background: var(--side-hover); }
.loading, .empty { padding: 24px; color: var(--soft); }
@media (prefers-reduced-motion: reduce) {
  *, *::before, *::after { animation: none !important; transition: none !important; scroll-behavior: auto !important; }
}
`;
