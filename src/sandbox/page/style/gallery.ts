// The look of the gallery: a bar of choices on top, the rooms at the side, samples on paper; printed without all that is to be pressed.

export const galleryStyle = `
.gallery #app { display: block; height: auto; }
.gallery-page { display: grid; grid-template: auto 1fr / 300px minmax(0, 1fr); min-height: 100vh; }
.gallery-page .to-samples { position: absolute; left: -9999px; }
.gallery-page .to-samples:focus { left: 8px; top: 8px; z-index: 3; padding: 6px 12px; background: var(--paper); border: 1px solid var(--line); }
.gallery-page a { color: inherit; }
.gallery-page .toolbar { grid-column: 1 / -1; position: sticky; top: 0; z-index: 2; display: flex; flex-wrap: wrap; gap: 6px 16px; align-items: center; padding: 8px 18px; background: var(--ghost); border-bottom: 1px solid var(--line); }
.gallery-page .toolbar h1 { margin: 0; font-size: 17px; }
.gallery-page .toolbar search { flex: 1 1 240px; display: flex; gap: 6px; align-items: center; }
.gallery-page .toolbar input { flex: 1; min-width: 0; padding: 5px 9px; border: 1px solid var(--line); border-radius: 8px; background: var(--paper); }
.gallery-page .choose { display: inline-flex; gap: 6px; align-items: center; }
.gallery-page .choose select { padding: 4px 8px; border: 1px solid var(--line); border-radius: 8px; background: var(--paper); }
.gallery-page .rooms { position: sticky; top: 52px; align-self: start; max-height: calc(100vh - 52px); overflow-y: auto; padding: 12px 14px 40px; border-right: 1px solid var(--line); }
.gallery-page .rooms h2 { margin: 14px 0 4px; font-size: 12px; letter-spacing: .04em; text-transform: uppercase; color: var(--soft); }
.gallery-page .rooms ul { list-style: none; margin: 0; padding: 0; }
.gallery-page .rooms ul ul { margin: 2px 0 8px 10px; border-left: 1px solid var(--line); font-size: 13px; }
.gallery-page .rooms a { display: block; padding: 3px 8px; border-radius: 6px; text-decoration: none; overflow-wrap: anywhere; }
.gallery-page .rooms a:hover { background: var(--tint); }
.gallery-page .rooms a[aria-current] { background: var(--tint); font-weight: 600; }
.gallery-page .rooms small { color: var(--soft); }
.gallery-page main { padding: 8px 26px 80px; min-width: 0; }
.gallery-page main:focus { outline: 0; }
.gallery-page main h2 { margin: 12px 0; font-size: 20px; overflow-wrap: anywhere; }
.gallery-page .sample, .gallery-page .text { scroll-margin-top: 110px; margin: 0 -14px; padding: 14px 14px 20px; border-bottom: 1px solid var(--line); content-visibility: auto; contain-intrinsic-size: auto 420px; }
.gallery-page .text { contain-intrinsic-size: auto 90px; padding: 8px 14px 10px; max-width: 748px; }
.gallery-page .changed { border-left: 4px solid var(--accent); padding-left: 10px; }
.gallery-page .sample > h3, .gallery-page .text > h3 { margin: 0; font-size: 16px; overflow-wrap: anywhere; }
.gallery-page .sample > h3 a, .gallery-page .text > h3 small { font-size: 13px; font-weight: 400; color: var(--soft); }
.gallery-page .text > h3 { font-size: 14px; }
.gallery-page .sentence { overflow-wrap: anywhere; }
.gallery-page .about, .gallery-page .labels { margin: 2px 0 8px; color: var(--soft); font-size: 13px; overflow-wrap: anywhere; }
.gallery-page .news { display: inline-block; margin: 2px 0 6px; padding: 0 8px; border-radius: 9px; background: var(--accent); color: var(--accent-ink); font-size: 12px; font-weight: 600; }
.gallery-page .stage { width: min(720px, 100%); padding: 14px 18px; border: 1px solid var(--line); border-radius: 12px; background: var(--paper); overflow-wrap: anywhere; }
.gallery-page .phone .stage { width: min(360px, 100%); }
.gallery-page .stage.in-form { width: min(560px, 100%); padding: 0; }
.gallery-page .phone .stage.in-form { width: min(360px, 100%); }
.gallery-page .stage.in-form .stage-body { padding: 6px 18px; }
.gallery-page .form-title { margin: 0; padding: 12px 18px; font-weight: 700; font-size: 17px; border-bottom: 1px solid var(--line); }
.gallery-page .form-end { margin: 0; padding: 12px 18px; display: flex; gap: 8px; justify-content: flex-end; border-top: 1px solid var(--line); }
.gallery-page .form-end button, .gallery-page main > button { border: 1px solid var(--line); border-radius: 8px; padding: 5px 12px; background: var(--paper); cursor: pointer; }
.gallery-page .form-end button.primary { background: var(--accent); color: var(--accent-ink); border-color: var(--accent); font-weight: 600; }
.gallery-page .only-you, .gallery-page .attached { margin: 0 0 6px; color: var(--soft); font-size: 12px; }
.gallery-page .stage.one-file { margin: 0; }
.gallery-page .one-file img, .gallery-page .stage-body > img { display: block; max-width: 100%; height: auto; }
.gallery-page figcaption { color: var(--soft); font-size: 13px; }
.gallery-page pre { max-width: 720px; white-space: pre-wrap; overflow-wrap: anywhere; margin: 6px 0; padding: 10px 14px; border-radius: 8px; background: var(--ghost); font-size: 13px; }
.gallery-page .pressed { min-height: 20px; margin: 4px 0; color: var(--soft); font-size: 13px; }
.gallery-page .counts { display: flex; flex-wrap: wrap; gap: 2px 18px; list-style: none; margin: 0 0 6px; padding: 0; color: var(--soft); font-size: 13px; }
.gallery-page .over, .gallery-page .fault { color: var(--danger); font-weight: 600; }
.gallery-page .word-places { margin: 4px 0; padding-left: 20px; font-size: 13px; }
.gallery-page .word-places span { color: var(--soft); }
.gallery-page summary { cursor: pointer; font-size: 13px; }
.gallery-page .saved { position: sticky; top: 52px; z-index: 1; background: var(--paper); font-size: 14px; }
.gallery-page .saved p { margin: 8px 0; padding: 8px 14px; border-radius: 8px; background: var(--tint); }
.gallery-page .unusable { border: 2px solid var(--danger); border-radius: 12px; padding: 4px 18px 10px; }
.gallery-page .unusable p { background: none; padding: 0; }
@media (max-width: 760px) {
  .gallery-page { grid-template: auto auto 1fr / minmax(0, 1fr); }
  .gallery-page .toolbar, .gallery-page .rooms, .gallery-page .saved { position: static; }
  .gallery-page .rooms { max-height: 40vh; border-right: 0; border-bottom: 1px solid var(--line); }
  .gallery-page main { padding: 8px 14px 60px; }
}
@media print {
  .gallery-page { display: block; }
  .gallery-page .toolbar, .gallery-page .rooms, .gallery-page .to-samples, .gallery-page .pressed, .gallery-page main > button { display: none; }
  .gallery-page .sample, .gallery-page .text { content-visibility: visible; break-inside: avoid-page; }
}
`;
