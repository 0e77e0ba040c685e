// The rules of the house: which folder may import which, how long a file may be, what every file begins with.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';

const sources = resolve('src');

/** What a folder may import beside itself. `cli` and each action's main.ts are the places where everything meets. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  define: [],
  kpis: ['define'],
  drills: ['define', 'kpis'],
  ports: ['define'],
  runbooks: ['define', 'ports'],
  adapters: ['define', 'ports'],
  functions: ['define'],
  stacks: ['define', 'kpis', 'drills', 'runbooks'],
  actions: ['define', 'ports', 'kpis', 'drills', 'runbooks'],
  projen: ['define', 'kpis', 'drills', 'runbooks', 'actions'],
  rehearsal: ['define', 'ports', 'adapters', 'stacks', 'kpis', 'drills', 'runbooks', 'actions', 'functions'],
  cli: ['define', 'ports', 'adapters', 'stacks', 'kpis', 'drills', 'runbooks', 'actions', 'rehearsal'],
};

function isEntry(path: string): boolean {
  return /^actions\/[^/]+\/(main|post)\.ts$/.test(path);
}

interface Source {
  readonly path: string;
  readonly folder: string;
  readonly text: string;
  readonly imports: readonly string[];
}

const files: readonly Source[] = readdirSync(sources, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .map((path) => {
    const text = readFileSync(join(sources, path), 'utf8');
    const imports = [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(([, name]) => name as string);
    return { path, folder: path.split('/')[0] as string, text, imports };
  });

function offenders(breaks: (file: Source) => readonly string[] | boolean): readonly string[] {
  return files.flatMap((file) => {
    const found = breaks(file);
    if (typeof found === 'boolean') return found ? [file.path] : [];
    return found.map((what) => `${file.path}: ${what}`);
  });
}

describe('the house', () => {
  test('has files in every folder that the rules speak of', () => {
    expect([...new Set(files.map(({ folder }) => folder))].sort()).toEqual(Object.keys(mayImport).sort());
  });

  test('is drawn in ARCHITECTURE.md as the rules say', () => {
    const drawn = [...readFileSync('ARCHITECTURE.md', 'utf8').matchAll(/^ {2}(\w+) --> ([\w &]+)$/gm)].map(
      ([, folder = '', targets = '']) => [folder, targets.split(' & ')] as const,
    );
    const ruled = Object.entries(mayImport).filter(([, targets]) => targets.length > 0);
    expect(Object.fromEntries(drawn)).toEqual(Object.fromEntries(ruled));
  });

  test('imports point one way', () => {
    const wrong = offenders(({ path, folder, imports }) =>
      imports
        .filter((name) => name.startsWith('.'))
        .map((name) => relative(sources, resolve(sources, dirname(path), name)).split('/')[0] as string)
        .filter((target) => target !== folder && !mayImport[folder]?.includes(target))
        // The one place where actions meet the world.
        .filter((target) => !(target === 'adapters' && isEntry(path))),
    );
    expect(wrong).toEqual([]);
  });

  test('projen knows the actions by their contracts and definitions alone', () => {
    const wrong = offenders(({ folder, imports }) => {
      if (folder !== 'projen') return [];
      return imports.filter(
        (name) => name.includes('/actions/') && !/\/(contracts?|commands\/index|commands-document)\.ts$/.test(name),
      );
    });
    expect(wrong).toEqual([]);
  });

  test('only the stacks know cdktf', () => {
    const wrong = offenders(
      ({ folder, imports }) => folder !== 'stacks' && imports.some((name) => /^(@?cdktf|constructs)/.test(name)),
    );
    expect(wrong).toEqual([]);
  });

  test('only src/projen knows projen', () => {
    expect(offenders(({ folder, imports }) => folder !== 'projen' && imports.includes('projen'))).toEqual([]);
  });

  test('the provider is imported resource by resource: its index costs two seconds and 400 MB', () => {
    expect(offenders(({ imports }) => imports.filter((name) => name === '@cdktf/provider-aws'))).toEqual([]);
  });

  test.each([
    ['src/stacks', 250],
    ['src', 300],
  ])('files of %s have at most %i lines', (folder, most) => {
    const wrong = offenders(({ path, text }) => join('src', path).startsWith(folder) && text.split('\n').length > most);
    expect(wrong).toEqual([]);
  });

  test('every file says its job in its first line', () => {
    expect(offenders(({ text }) => !/^\/\/ \S.*[.:]$/m.test(text.split('\n', 1)[0] as string))).toEqual([]);
  });

  test('classes are constructs and components', () => {
    const wrong = offenders(
      ({ folder, text }) => /^(export )?(abstract )?class /m.test(text) && !['stacks', 'projen'].includes(folder),
    );
    expect(wrong).toEqual([]);
  });
});
