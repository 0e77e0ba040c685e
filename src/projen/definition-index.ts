// Writes the list of all definitions of a kind from the folder that has one file for each.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Component, type Project, TextFile } from 'projen';

export interface DefinitionIndexOptions {
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

export class DefinitionIndex extends Component {
  constructor(project: Project, options: DefinitionIndexOptions) {
    super(project);
    const { folder, besides = [] } = options;
    const files = readdirSync(join(project.outdir, folder))
      .filter((file) => file.endsWith('.ts') && ![index, ...besides].includes(file))
      .sort();
    new TextFile(project, `${folder}/${index}`, { marker: true, lines: [...indexLines(files, options), ''] });
  }
}

/** Files in the order that the list is to have. */
export function indexLines(
  files: readonly string[],
  { one, name, type, typeFrom, also = [] }: DefinitionIndexOptions,
): readonly string[] {
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
