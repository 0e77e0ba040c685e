// Cuts one page out of a list, and links to the others as GitHub does.

/** https://docs.github.com/en/rest/using-the-rest-api/using-pagination-in-the-rest-api */
const defaultPerPage = 30;
const mostPerPage = 100;

export interface Page {
  readonly items: readonly unknown[];
  /** The `Link` header; absent when there is one page only. */
  readonly link?: string;
}

export function cutPage(items: readonly unknown[], url: URL): Page {
  const perPage = Math.min(mostPerPage, positive(url.searchParams.get('per_page')) ?? defaultPerPage);
  const page = positive(url.searchParams.get('page')) ?? 1;
  const last = Math.max(1, Math.ceil(items.length / perPage));
  const cut = items.slice((page - 1) * perPage, page * perPage);
  const links = [
    ...(page > 1 ? [linkTo(url, page - 1, 'prev')] : []),
    ...(page < last ? [linkTo(url, page + 1, 'next'), linkTo(url, last, 'last')] : []),
    ...(page > 1 ? [linkTo(url, 1, 'first')] : []),
  ];
  return { items: cut, ...(links.length > 0 && { link: links.join(', ') }) };
}

function linkTo(url: URL, page: number, relation: string): string {
  const target = new URL(url);
  target.searchParams.set('page', String(page));
  return `<${target}>; rel="${relation}"`;
}

function positive(text: string | null): number | undefined {
  const number = Number(text);
  return Number.isInteger(number) && number > 0 ? number : undefined;
}
