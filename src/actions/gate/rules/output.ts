// The one rule about a synthesis as a whole: which stacks it may consist of.

export const outputRule = {
  id: 'stack/unexpected',
  title: 'Only the stacks that a pull request may change',
  why: 'A stack that nobody expects could be one that makes roles, or lie where another job picks it up.',
  next: 'Hand on the stacks of the platform and the service alone; `--leave-out-bootstrap` says that a bootstrap stack beside them is left alone.',
} as const;
