// The page's documents. Everything else on them is drawn by the client.

/** What a document needs: the words in the browser's tab, the script that draws it, and what its scripts import. */
export interface DocumentSettings {
  title: string;
  /** Under `/page/`: `main.js`. */
  script: string;
  /** The import map, as JSON. */
  imports: string;
  /** Scripts that are fetched at once, instead of one after the other as they name each other. */
  preload: readonly string[];
}

/** The HTML of one page of the sandbox. */
export function pageDocument({ title, script, imports, preload }: DocumentSettings): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title.replaceAll('<', '&lt;')}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/page/style.css">
<script type="importmap">${imports}</script>
${preload.map((name) => `<link rel="modulepreload" href="/page/${name}">`).join('\n')}
<script type="module" src="/page/${script}"></script>
</head>
<body>
<div id="app"><p class="loading">Opening the sandbox…</p></div>
<noscript>The sandbox needs JavaScript.</noscript>
</body>
</html>
`;
}
