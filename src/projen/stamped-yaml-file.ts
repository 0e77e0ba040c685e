// A generated YAML file that tells which version of Opsdeck wrote it, so that `opsdeck doctor` can.
import { readFileSync } from 'node:fs';
import { type IResolver, YamlFile } from 'projen';
import { stampWorkflow } from '../define/workflow-stamp.ts';

/** Of the package that this file belongs to, in a checkout as well as compiled. */
const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  readonly version: string;
};

export class StampedYamlFile extends YamlFile {
  protected override synthesizeContent(resolver: IResolver): string | undefined {
    const text = super.synthesizeContent(resolver);
    return text === undefined ? undefined : stampWorkflow(text, version);
  }
}
