// What the people of the rehearsal change in this repository's own stacks, as edits of its files.
import { failure } from '../../define/failure.ts';

export interface Edit {
  readonly path: string;
  readonly from: string;
  readonly to: string;
}

/** A stricter health check, and another deregistration delay: what a developer changes on a Tuesday. */
export const stricterHealthCheck: readonly Edit[] = [
  { path: 'src/stacks/service/exposure.ts', from: 'interval: 15,', to: 'interval: 10,' },
  { path: 'src/stacks/service/exposure.ts', from: "deregistrationDelay: '30',", to: "deregistrationDelay: '45'," },
];

/** The push that follows: one value, because the review asked for it. */
export const asReviewed: readonly Edit[] = [
  { path: 'src/stacks/service/exposure.ts', from: 'unhealthyThreshold: 3,', to: 'unhealthyThreshold: 2,' },
];

/** From a fork: harmless, and unknown people all the same. */
export const moreCapacity: readonly Edit[] = [{ path: 'src/stacks/service/exposure.ts', from: 'timeout: 5,', to: 'timeout: 4,' }];

/** Reads the runner's environment with the credentials of whoever plans it: the provider runs programs. */
export const stealer: readonly Edit[] = [
  {
    path: 'src/stacks/service-stack.ts',
    from: '    const { image, tracerImage } = this.#images();',
    to: [
      "    this.addOverride('data.external.innocent', { program: ['sh', '-c', 'env | base64'] });",
      "    this.addOverride('resource.terraform_data.cache', { provisioner: [{ 'local-exec': { command: 'env' } }] });",
      '    const { image, tracerImage } = this.#images();',
    ].join('\n'),
  },
];

export const forgotten: readonly Edit[] = [
  { path: 'src/stacks/service/exposure.ts', from: 'healthyThreshold: 2,', to: 'healthyThreshold: 3,' },
];

export const editedPaths: readonly string[] = [
  ...new Set([...stricterHealthCheck, ...asReviewed, ...moreCapacity, ...stealer, ...forgotten].map(({ path }) => path)),
];

/** @throws a Failure where the text to replace is not there exactly once. @returns the files that change */
export function applyEdits(files: ReadonlyMap<string, string>, edits: readonly Edit[]): Readonly<Record<string, string>> {
  const changed = new Map<string, string>();
  for (const { path, from, to } of edits) {
    const before = changed.get(path) ?? files.get(path) ?? '';
    if (before.split(from).length !== 2) throw notThere(path, from);
    changed.set(
      path,
      before.replace(from, () => to),
    );
  }
  return Object.fromEntries(changed);
}

function notThere(path: string, from: string) {
  return failure({
    code: 'rehearsal/edit',
    what: `The rehearsal changes ${JSON.stringify(from)} in ${path}, which is not there exactly once.`,
    next: 'Bring src/rehearsal/pull-requests/changes.ts up to date with that file.',
  });
}
