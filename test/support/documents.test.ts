// The fake keeps the contract that the real ones keep.
import { describeDocuments, memoryDocuments } from './documents.ts';

const documents = memoryDocuments();
describeDocuments(() => documents);
