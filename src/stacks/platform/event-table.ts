// The schema of a student interaction event, and how its files are laid out by date.
import { GlueCatalogTable } from '@cdktf/provider-aws/lib/glue-catalog-table/index.js';
import type { Construct } from 'constructs';

const columns = [
  ['event_id', 'string'],
  ['student_id', 'string'],
  ['assessment_id', 'string'],
  ['event_type', 'string'],
  ['occurred_at', 'timestamp'],
  ['payload', 'string'],
] as const;

/** Firehose's own template language, not Terraform's. */
export const datePartitions = 'year=!{timestamp:yyyy}/month=!{timestamp:MM}/day=!{timestamp:dd}/';

/** Athena computes the partitions: https://docs.aws.amazon.com/athena/latest/ug/partition-projection.html */
const projection = {
  'projection.enabled': 'true',
  'projection.year.type': 'integer',
  'projection.year.range': '2024,2040',
  'projection.month.type': 'integer',
  'projection.month.range': '1,12',
  'projection.month.digits': '2',
  'projection.day.type': 'integer',
  'projection.day.range': '1,31',
  'projection.day.digits': '2',
} as const;

const parquet = 'org.apache.hadoop.hive.ql.io.parquet';

export interface EventTableProps {
  readonly databaseName: string;
  readonly bucketName: string;
}

export function eventTable(scope: Construct, id: string, { databaseName, bucketName }: EventTableProps): GlueCatalogTable {
  const location = `s3://${bucketName}/events/`;
  return new GlueCatalogTable(scope, id, {
    name: 'student_events',
    databaseName,
    tableType: 'EXTERNAL_TABLE',
    parameters: {
      EXTERNAL: 'TRUE',
      classification: 'parquet',
      ...projection,
      // A doubled dollar sign keeps Terraform from reading Athena's placeholders as its own.
      'storage.location.template': `${location}year=$\${year}/month=$\${month}/day=$\${day}/`,
    },
    partitionKeys: ['year', 'month', 'day'].map((name) => ({ name, type: 'int' })),
    storageDescriptor: {
      location,
      inputFormat: `${parquet}.MapredParquetInputFormat`,
      outputFormat: `${parquet}.MapredParquetOutputFormat`,
      serDeInfo: {
        name: 'parquet',
        serializationLibrary: `${parquet}.serde.ParquetHiveSerDe`,
        parameters: { 'serialization.format': '1' },
      },
      columns: columns.map(([name, type]) => ({ name, type })),
    },
  });
}
