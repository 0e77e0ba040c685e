// Concurrency groups: one member at a time, one more waiting, and the newest that waits takes the place of the other.

export interface Member {
  /** It is in progress, and a newer one wants its place. */
  readonly cancel: (reason: string) => void;
}

export interface Ticket {
  /** `superseded`: a newer one took its place in the queue. */
  readonly turn: Promise<'granted' | 'superseded'>;
  /** It has to wait. */
  readonly waits: boolean;
  /** Ends its turn, or gives its place in the queue up. */
  leave(): void;
}

export interface Groups {
  join(group: string, cancelInProgress: boolean, member: Member): Ticket;
}

interface Entry {
  readonly member: Member;
  readonly decide: (turn: 'granted' | 'superseded') => void;
}

interface Group {
  running: Entry;
  pending: Entry | undefined;
}

/** https://docs.github.com/en/actions/how-tos/write-workflows/choose-when-workflows-run/control-workflow-concurrency */
export function openGroups(): Groups {
  // The names are case insensitive, and workflows and jobs share them.
  const groups = new Map<string, Group>();

  const leave = (name: string, entry: Entry): void => {
    const group = groups.get(name);
    if (group?.pending === entry) group.pending = undefined;
    if (group?.running !== entry) return;
    if (group.pending === undefined) groups.delete(name);
    else {
      group.running = group.pending;
      group.pending = undefined;
      group.running.decide('granted');
    }
  };

  const join: Groups['join'] = (group, cancelInProgress, member) => {
    const name = group.toLowerCase();
    const { promise, decide } = decision();
    const entry: Entry = { member, decide };
    const found = groups.get(name);
    if (found === undefined) {
      groups.set(name, { running: entry, pending: undefined });
      decide('granted');
    } else {
      found.pending?.decide('superseded');
      found.pending = entry;
      if (cancelInProgress) found.running.member.cancel(supersededReason(group));
    }
    return { turn: promise, waits: found !== undefined, leave: () => leave(name, entry) };
  };

  return { join };
}

export function supersededReason(group: string): string {
  return `Canceling since a higher priority waiting request for '${group}' exists`;
}

function decision() {
  let decide: Entry['decide'] = () => undefined;
  const promise = new Promise<'granted' | 'superseded'>((resolve) => {
    decide = resolve;
  });
  return { promise, decide };
}
