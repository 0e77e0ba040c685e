// Reads the event of a comment, and tells at once what is none of our business: most comments are no commands.

/** What somebody wrote, as GitHub sent it: hostile text. */
export interface CommandComment {
  readonly id: number;
  readonly body: string;
  readonly author: string;
  /** Set by GitHub's servers. */
  readonly createdAt: string;
  readonly url: string;
  /** Number of the issue or pull request that it is on. */
  readonly issue: number;
  readonly place: Place;
}

/** What the number stands for. What a pull request is about is asked of GitHub; an issue has nothing that could change meanwhile. */
export type Place =
  | { readonly kind: 'pull-request' }
  | { readonly kind: 'issue'; readonly isClosed: boolean; readonly openedBy: string; readonly labels: readonly string[] };

export type EventReading =
  | { readonly kind: 'comment'; readonly comment: CommandComment }
  | { readonly kind: 'ignored'; readonly because: string };

type Json = Readonly<Record<string, unknown>>;

/** @param name of the event. @param payload as GitHub sent it; anything else is ignored, too */
export function readCommentEvent(name: string, payload: unknown): EventReading {
  if (name !== 'issue_comment') return ignored(`the event is ${name || 'none'}`);
  const { action, issue, comment } = objectOf(payload);
  if (action !== 'created') return ignored('only a new comment is a command: an edited one may be another than people saw');
  const { number, locked } = objectOf(issue);
  if (!isId(number)) return ignored('it is on no issue or pull request');
  // Nobody but people can answer there.
  if (locked === true) return ignored('the conversation is locked');
  const { id, body, created_at: createdAt, html_url: url, user, performed_via_github_app: app } = objectOf(comment);
  const { login, type } = objectOf(user);
  if (type !== 'User' || (app !== null && app !== undefined)) return ignored('a program wrote it');
  if (typeof body !== 'string' || !startsALineWithASlash(body)) return ignored('it holds no command');
  if (!isId(id) || typeof login !== 'string' || typeof createdAt !== 'string' || typeof url !== 'string') {
    return ignored('it is not what GitHub sends');
  }
  return {
    kind: 'comment',
    comment: { id, body, author: login, createdAt, url, issue: number, place: placeOf(objectOf(issue)) },
  };
}

function placeOf({ pull_request: pull, state, user, labels }: Json): Place {
  if (typeof pull === 'object' && pull !== null) return { kind: 'pull-request' };
  const { login } = objectOf(user);
  const names = Array.isArray(labels) ? labels.map((label) => objectOf(label).name) : [];
  return {
    kind: 'issue',
    isClosed: state !== 'open',
    openedBy: typeof login === 'string' ? login : '',
    labels: names.filter((name) => typeof name === 'string'),
  };
}

function startsALineWithASlash(body: string): boolean {
  return /(?:^|[\r\n])\//.test(body);
}

function ignored(because: string): EventReading {
  return { kind: 'ignored', because };
}

function isId(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0;
}

function objectOf(value: unknown): Json {
  return typeof value === 'object' && value !== null ? (value as Json) : {};
}
