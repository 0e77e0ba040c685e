// Bundles every action into dist/: what runs on GitHub is committed, and the same sources always give the same bytes.
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { actionBundles } from './action-bundles.ts';

const { outdir, entryPoints } = actionBundles;

// The functions' bundles are made by bundle-functions.ts, and stacks are synthesized with them at any time.
const old = existsSync(outdir) ? readdirSync(outdir).filter((name) => name !== 'functions') : [];
for (const name of old) rmSync(join(outdir, name), { recursive: true });
await build({ ...actionBundles, entryPoints: [...entryPoints] });
