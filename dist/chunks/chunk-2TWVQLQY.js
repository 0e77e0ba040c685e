import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);

// src/adapters/aws/pages.ts
async function everyPage(pages, itemsOf) {
  const items = [];
  for await (const page of pages) items.push(...itemsOf(page) ?? []);
  return items;
}
function inBatches(items, most) {
  return Array.from({ length: Math.ceil(items.length / most) }, (_, index) => items.slice(index * most, (index + 1) * most));
}

export {
  everyPage,
  inBatches
};
