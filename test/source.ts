// The program's own source, for the tests that keep its laws: files, their syntax trees, and what they import.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Module, parseSync } from '@swc/core';

export const root = fileURLToPath(new URL('..', import.meta.url));

export interface SourceFile {
  /** From the repository's root: `src/app.ts`. */
  path: string;
  text: string;
  module: Module;
}

export interface Import {
  /** What is imported: a path from the root (`src/platform/clock.ts`) or a package (`kysely`, `node:fs`). */
  target: string;
  typeOnly: boolean;
}

/** A node of the syntax tree, loosely: the walks below only look for a few kinds. */
export type Node = { type: string; span?: { start: number; end: number } } & Record<string, unknown>;

let files: SourceFile[] | undefined;

/** Every TypeScript file under `src/`, parsed once. */
export function sourceFiles(): SourceFile[] {
  files ??= [...under('src', '.ts'), ...under('src', '.tsx')].map((path) => {
    const text = readText(path);
    return { path, text, module: parseSync(text, { syntax: 'typescript', tsx: path.endsWith('.tsx'), target: 'es2022' }) };
  });
  return files;
}

/** The paths of all files under `folder` whose names end in `ending`, from the root, in order. */
export function under(folder: string, ending: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .sort();
}

export function readText(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

/** Calls `visit` for every node, parents first. `above` holds its ancestors, nearest last, and is the walk's own: look, do not keep. */
export function walk(node: unknown, visit: (node: Node, above: Node[]) => void, above: Node[] = []): void {
  if (typeof node !== 'object' || node === null) return;
  const counts = isNode(node);
  if (counts) {
    visit(node, above);
    above.push(node);
  }
  for (const child of Object.values(node)) walk(child, visit, above);
  if (counts) above.pop();
}

/** The line, counted from 1, on which a node begins or ends. The parser counts bytes from 1. */
export function lineOf(file: SourceFile, offset: number): number {
  const ends = lineEnds.of(file);
  const after = ends.findIndex((end) => end >= offset - 1);
  return (after < 0 ? ends.length : after) + 1;
}

const lineEnds = onceForEach(({ text }) => [...Buffer.from(text).entries()].filter(([, byte]) => byte === 0x0a).map(([at]) => at));

/** Every import and re-export of a file, `import('…')` included. */
export function importsOf(file: SourceFile): readonly Import[] {
  return imports.of(file);
}

const imports = onceForEach((file) => {
  const found: Import[] = [];
  walk(file.module, (node) => {
    const source =
      node.type === 'CallExpression' && isNode(node.callee) && node.callee.type === 'Import' ? dynamicSource(node) : staticSource(node);
    if (source !== undefined) found.push({ target: resolved(file.path, source), typeOnly: node.typeOnly === true || onlyTypes(node) });
  });
  return found;
});

/** What is worked out of a file, once: the laws ask for the same again and again. */
function onceForEach<T>(work: (file: SourceFile) => T): { of: (file: SourceFile) => T } {
  const known = new WeakMap<SourceFile, T>();
  return {
    of: (file) => {
      const found = known.get(file) ?? work(file);
      known.set(file, found);
      return found;
    },
  };
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

function staticSource(node: Node): string | undefined {
  if (!['ImportDeclaration', 'ExportNamedDeclaration', 'ExportAllDeclaration'].includes(node.type)) return undefined;
  return isNode(node.source) ? String(node.source.value) : undefined;
}

function dynamicSource(node: Node): string | undefined {
  const [first] = node.arguments as { expression: Node }[];
  return first?.expression.type === 'StringLiteral' ? String(first.expression.value) : undefined;
}

function onlyTypes(node: Node): boolean {
  const names = Array.isArray(node.specifiers) ? (node.specifiers as Node[]) : [];
  return names.length > 0 && names.every((name) => name.isTypeOnly === true);
}

function resolved(path: string, source: string): string {
  return source.startsWith('.') ? join(dirname(path), source) : source;
}
