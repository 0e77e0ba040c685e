// The commands of package.json that people and workflows type.
import type { typescript } from 'projen';

export function defineTasks(project: typescript.TypeScriptProject): void {
  project.compileTask.reset('tsc --noEmit');

  project.testTask.reset('tsc --noEmit');
  project.testTask.exec('biome ci --error-on-warnings');
  project.testTask.exec('jest --ci', {
    receiveArgs: true,
    env: { NODE_OPTIONS: '--experimental-vm-modules --no-warnings=ExperimentalWarning' },
  } as never);

  project.addTask('rehearse', {
    description: 'Play the real thing on this machine: npm run rehearse -- platform --profile preview',
    steps: [{ exec: 'node bin/opsdeck.js rehearse', receiveArgs: true }],
  });
  project.addTask('synth', {
    description: 'Write the Terraform JSON of every profile to cdktf.out',
    steps: [{ exec: 'node bin/opsdeck.js synth --all' }],
  });
}
