// Stand-ins for actions/upload-artifact and actions/download-artifact: folders of a run in place of GitHub's storage.
import type { StandIn } from '../options.ts';
import { downloadArtifact } from './download-artifact.ts';
import { uploadArtifact } from './upload-artifact.ts';

/** @param folder below it, a folder for each run, and in that one for each artifact */
export function artifactStandIns(folder: string): Readonly<Record<string, StandIn>> {
  return {
    'actions/upload-artifact': uploadArtifact(folder),
    'actions/download-artifact': downloadArtifact(folder),
  };
}

/** Also what keeps a name from leading out of the folder of its run. */
const forbidden = /["<>|*?:\r\n\\/]/;

/** @throws an Error in GitHub's sense for a name that it refuses */
export function checkArtifactName(name: string): string {
  if (name === '' || name === '.' || name === '..' || forbidden.test(name)) {
    throw new Error(
      `The artifact name is not valid: ${JSON.stringify(name)}. It must not be empty or hold any of " : < > | * ? \\r \\n \\ /`,
    );
  }
  return name;
}
