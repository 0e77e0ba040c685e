// Writes the list of ChatOps commands from the folder that has one file for each.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Component, type Project, TextFile } from 'projen';

const folder = 'src/actions/chatops/commands';
const index = 'index.ts';

export class CommandIndex extends Component {
  constructor(project: Project) {
    super(project);
    const files = readdirSync(join(project.outdir, folder))
      .filter((file) => file.endsWith('.ts') && file !== index)
      .sort();
    new TextFile(project, `${folder}/${index}`, { marker: true, lines: [...linesOf(files), ''] });
  }
}

function linesOf(files: readonly string[]): readonly string[] {
  return [
    '// Every command there is, in the order of their files; written by `npx projen`.',
    importOf('type { CommandDefinition }', '../../../define/command.ts'),
    ...files.map((file) => importOf(`{ ${nameOf(file)} }`, `./${file}`)),
    '',
    'export const commands: readonly CommandDefinition[] = [',
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
