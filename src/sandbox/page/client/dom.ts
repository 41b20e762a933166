// Makes elements without innerHTML, so that nothing anybody wrote in the sandbox can become markup.

type Attributes = Record<string, string | number | boolean | undefined>;
export type Child = Node | string | undefined;

/** An element with attributes and children; a boolean attribute that is false, or `undefined`, is left out. */
export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    node.setAttribute(name, value === true ? '' : String(value));
  }
  node.append(...children.filter((child): child is Node | string => child !== undefined));
  return node;
}

/** Calls `act` when `node` is clicked, and gives the node back. */
export function onClick<N extends HTMLElement>(node: N, act: () => void): N {
  node.addEventListener('click', act);
  return node;
}

let counter = 0;

/** An id that is unique on the page, to tie labels to their inputs. */
export function freshId(prefix: string): string {
  counter += 1;
  return `${prefix}-${counter}`;
}
