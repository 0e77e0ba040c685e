// Writes the report so that whoever looks at the file sees a whole one: beside it first, then renamed.
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { failure } from '../../define/failure.ts';
import type { ReportData } from './data.ts';
import { renderReport } from './render.ts';

/** @throws a Failure `rehearsal/report-not-written` where the file cannot be written */
export async function writeReport(file: string, data: ReportData): Promise<void> {
  const text = renderReport(data);
  const draft = `${file}.${process.pid}.tmp`;
  try {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(draft, text);
    await rename(draft, file);
  } catch (cause) {
    // What failed first is the news: whether there is a draft to remove is not.
    await rm(draft, { force: true }).catch(() => undefined);
    throw failure({
      code: 'rehearsal/report-not-written',
      what: `The report could not be written to ${file}: ${cause instanceof Error ? cause.message : String(cause)}`,
      next: 'Make sure that the folder can be written to, or name another one.',
      cause,
    });
  }
}
