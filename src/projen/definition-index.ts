// Writes the list of all definitions of a kind from the folder that has one file for each.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Component, type Project, TextFile } from 'projen';

export interface IndexOptions {
  readonly folder: string;
  /** What one of them is called in words: `command`. */
  readonly one: string;
  /** What the list is called. */
  readonly name: string;
  readonly type: string;
  /** Where the type comes from, relative to the folder. */
  readonly typeFrom: string;
  /** Names that go with them, from the same place as the type. */
  readonly also?: readonly string[];
  /** Files of the folder that define none. */
  readonly besides?: readonly string[];
}

const index = 'index.ts';

/** @param root of the repository */
export function indexFile(root: string, options: IndexOptions) {
  const { folder, besides = [] } = options;
  const files = readdirSync(join(root, folder))
    .filter((file) => file.endsWith('.ts') && ![index, ...besides].includes(file))
    .sort();
  return { path: `${folder}/${index}`, lines: [...indexLines(files, options), ''] };
}

/** The file belongs to projen; `write-indexes.ts` has written it before. */
export class DefinitionIndex extends Component {
  constructor(project: Project, options: IndexOptions) {
    super(project);
    const { path, lines } = indexFile(project.outdir, options);
    new TextFile(project, path, { marker: true, lines });
  }
}

/** Files in the order that the list is to have. */
export function indexLines(files: readonly string[], { one, name, type, typeFrom, also = [] }: IndexOptions): readonly string[] {
  return [
    `// Every ${one} there is, in the order of their files; written by \`npx projen\`.`,
    importOf(`type { ${type} }`, typeFrom),
    ...files.map((file) => importOf(`{ ${nameOf(file)} }`, `./${file}`)),
    '',
    ...(also.length > 0 ? [`export { ${also.join(', ')} } from '${typeFrom}';`, ''] : []),
    `export const ${name}: readonly ${type}[] = [`,
    ...files.map((file) => `  ${nameOf(file)},`),
    '];',
  ];
}

function importOf(names: string, path: string): string {
  return `import ${names} from '${path}';`;
}

/** `preview-deploy.ts` exports `previewDeploy`. */
function nameOf(file: string): string {
  return file.replace(/\.ts$/, '').replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}
