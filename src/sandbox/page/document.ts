// The page's one document. Everything else on it is drawn by the client.

/** The HTML of the sandbox's page; `title` is shown in the browser's tab. */
export function pageDocument(title: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title.replaceAll('<', '&lt;')}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="page/style.css">
<script type="module" src="page/main.js"></script>
</head>
<body>
<div id="app"><p class="loading">Opening the sandbox…</p></div>
<div id="dialogs"></div>
<div id="said" class="out-of-sight" role="status" aria-live="polite"></div>
<noscript>The sandbox needs JavaScript.</noscript>
</body>
</html>
`;
}
