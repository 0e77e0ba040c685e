// Reads the two contexts out of a scope that are always mappings.
import { isObject, type ValueObject } from '../language/values.ts';

export function githubOf({ github }: ValueObject): ValueObject {
  return isObject(github) ? github : {};
}

export function runnerOf({ runner }: ValueObject): ValueObject {
  return isObject(runner) ? runner : {};
}
