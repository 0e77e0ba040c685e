// Expands a matrix into its combinations.
import { failure } from '../../../define/failure.ts';
import { isArray, isObject, type Value, type ValueObject } from '../language/values.ts';

/** https://docs.github.com/en/actions/reference/limits */
const mostCombinations = 256;

/**
 * https://docs.github.com/en/actions/how-tos/write-workflows/choose-what-workflows-do/run-job-variations
 *
 * @throws a Failure `workflow/matrix` where GitHub fails the job
 */
export function expandMatrix(matrix: Value): readonly ValueObject[] {
  if (!isObject(matrix)) throw badMatrix('it is no mapping');
  const { include = [], exclude = [], ...axes } = matrix;
  const product = Object.entries(axes).reduce<readonly ValueObject[]>(withAxis, [{}]);
  const excluded = objectsIn(exclude, 'exclude');
  const kept = product.filter((combination) => !excluded.some((pattern) => covers(pattern, combination)));
  const originals = Object.keys(axes).length === 0 ? [] : kept;
  const combinations = withIncludes(originals, objectsIn(include, 'include'), Object.keys(axes));
  if (combinations.length === 0) throw badMatrix('it does not contain any values');
  if (combinations.length > mostCombinations) {
    throw badMatrix(`it has ${combinations.length} combinations, and GitHub allows ${mostCombinations}`);
  }
  return combinations;
}

function withAxis(combinations: readonly ValueObject[], [axis, values]: [string, Value]): readonly ValueObject[] {
  if (!isArray(values)) throw badMatrix(`the axis ${axis} is no list`);
  if (values.length === 0) throw badMatrix(`the axis ${axis} does not contain any values`);
  return combinations.flatMap((combination) => values.map((value) => ({ ...combination, [axis]: value })));
}

/** What is included extends every original combination whose own values it does not change, or else stands for itself. */
function withIncludes(originals: readonly ValueObject[], included: readonly ValueObject[], axes: readonly string[]) {
  let extended = originals;
  const alone: ValueObject[] = [];
  for (const include of included) {
    const fits = originals.map((original) => axes.every((axis) => !(axis in include) || same(include[axis], original[axis])));
    if (fits.some(Boolean))
      extended = extended.map((combination, at) => (fits[at] ? { ...combination, ...include } : combination));
    else alone.push(include);
  }
  return [...extended, ...alone];
}

function objectsIn(list: Value, key: string): readonly ValueObject[] {
  if (isArray(list) && list.every(isObject)) return list;
  throw badMatrix(`${key} is no list of mappings`);
}

/** Everything the pattern says is so in the value; what it does not say may be anything. */
function covers(pattern: ValueObject, value: ValueObject): boolean {
  return Object.entries(pattern).every(([key, expected]) => {
    const found = value[key];
    return isObject(expected) && isObject(found) ? covers(expected, found) : same(expected, found);
  });
}

function same(one: Value | undefined, other: Value | undefined): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function badMatrix(problem: string) {
  return failure({
    code: 'workflow/matrix',
    what: `Error when evaluating 'strategy': the matrix is not valid: ${problem}.`,
    next: 'Correct the matrix, or skip the job with `if` when there is nothing to do.',
  });
}
