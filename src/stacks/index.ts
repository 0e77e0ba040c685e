// What a repository's own CDKTF app may import: `opsdeck/stacks`.
export { type BootstrapSettings, BootstrapStack } from './bootstrap-stack.ts';
export { OwnStack, type OwnStackSettings, type Watched } from './own-stack.ts';
export { type OwnSynthesis, synthesizeOwn } from './own-synth.ts';
export { type PlatformSettings, PlatformStack } from './platform-stack.ts';
export { type Region, regions } from './regions.ts';
export { type ServiceSettings, ServiceStack } from './service-stack.ts';
export { type StackRequest, type SynthesizedStack, synthesize } from './synth.ts';
