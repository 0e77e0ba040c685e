// Reads from synthesized Terraform JSON which construct each resource comes from, so that changes read as the code does.
import { isRecord, memberOf, textOf } from './model.ts';

/** Construct path of every address (`aws_vpc.main`, no index), from the `//` metadata that CDKTF writes into `cdk.tf.json`. */
export function readConstructPaths(cdkTfJson: unknown): ReadonlyMap<string, string> {
  const types = memberOf(cdkTfJson, 'resource');
  const rows = Object.entries(isRecord(types) ? types : {}).flatMap(([type, names]) =>
    Object.entries(isRecord(names) ? names : {}).flatMap(([name, resource]) => {
      const path = textOf(memberOf(memberOf(resource, '//'), 'metadata'), 'path');
      return path === undefined ? [] : [[`${type}.${name}`, path] as const];
    }),
  );
  return new Map(rows);
}

/** The construct that a resource is part of: its path without the stack in front and the resource at the end. */
export function constructOf(address: string, paths: ReadonlyMap<string, string>): string | undefined {
  const path = paths.get(address.replace(/\[.*$/s, ''));
  return path?.split('/').slice(1, -1).join('/');
}
