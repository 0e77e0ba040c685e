// From the stream to Parquet files by date in S3, queried with Athena.
import { AthenaWorkgroup } from '@cdktf/provider-aws/lib/athena-workgroup/index.js';
import { CloudwatchLogStream } from '@cdktf/provider-aws/lib/cloudwatch-log-stream/index.js';
import { GlueCatalogDatabase } from '@cdktf/provider-aws/lib/glue-catalog-database/index.js';
import type { GlueCatalogTable } from '@cdktf/provider-aws/lib/glue-catalog-table/index.js';
import { KinesisFirehoseDeliveryStream } from '@cdktf/provider-aws/lib/kinesis-firehose-delivery-stream/index.js';
import type { KinesisStream } from '@cdktf/provider-aws/lib/kinesis-stream/index.js';
import { Construct } from 'constructs';
import { allow, ServiceRole } from '../parts/iam.ts';
import { logGroup } from '../parts/log-group.ts';
import { PrivateBucket } from '../parts/private-bucket.ts';
import type { PlatformContext } from './context.ts';
import { datePartitions, eventTable } from './event-table.ts';
import { bucketName, forceDestroy } from './storage.ts';

export interface DataLakeProps {
  readonly context: PlatformContext;
  readonly keyArn: string;
  readonly stream: KinesisStream;
  readonly accessLogs: PrivateBucket;
}

export class DataLake extends Construct {
  readonly bucket: PrivateBucket;
  readonly deliveryStreamName: string;

  constructor(scope: Construct, id: string, props: DataLakeProps) {
    super(scope, id);
    const { context, keyArn, accessLogs } = props;
    this.bucket = new PrivateBucket(this, 'events', {
      name: bucketName(context, 'analytics'),
      keyArn,
      keepDays: 7 * 365,
      forceDestroy: forceDestroy(context),
      accessLogs,
    });
    const catalog = new GlueCatalogDatabase(this, 'catalog', { name: context.prefix.replaceAll('-', '_') });
    const table = eventTable(this, 'event-table', { databaseName: catalog.name, bucketName: this.bucket.name });
    const delivery = this.#delivery(props, catalog, table);
    this.deliveryStreamName = delivery.name;
    this.#queries(props);
  }

  #delivery(props: DataLakeProps, catalog: GlueCatalogDatabase, table: GlueCatalogTable): KinesisFirehoseDeliveryStream {
    const { context, keyArn, stream } = props;
    const { prefix, region } = context;
    const logs = logGroup(this, 'logs', { name: `/aws/kinesisfirehose/${prefix}`, keyArn });
    const logStream = new CloudwatchLogStream(this, 'log-stream', { logGroupName: logs.name, name: 'S3Delivery' });
    const writer = this.#writer(props, [catalog.arn, table.arn], logs.arn);
    return new KinesisFirehoseDeliveryStream(this, 'delivery', {
      name: `${prefix}-events`,
      destination: 'extended_s3',
      kinesisSourceConfiguration: { kinesisStreamArn: stream.arn, roleArn: writer.arn },
      extendedS3Configuration: {
        bucketArn: this.bucket.arn,
        roleArn: writer.arn,
        // Format conversion needs at least 64 MB and compresses by itself:
        // https://docs.aws.amazon.com/firehose/latest/dev/enable-record-format-conversion.html
        bufferingSize: 128,
        bufferingInterval: 300,
        compressionFormat: 'UNCOMPRESSED',
        kmsKeyArn: keyArn,
        customTimeZone: 'UTC',
        prefix: `events/${datePartitions}`,
        errorOutputPrefix: `errors/!{firehose:error-output-type}/${datePartitions}`,
        cloudwatchLoggingOptions: { enabled: true, logGroupName: logs.name, logStreamName: logStream.name },
        dataFormatConversionConfiguration: {
          enabled: true,
          inputFormatConfiguration: { deserializer: { openXJsonSerDe: {} } },
          outputFormatConfiguration: { serializer: { parquetSerDe: { compression: 'SNAPPY' } } },
          schemaConfiguration: { databaseName: catalog.name, tableName: table.name, roleArn: writer.arn, region },
        },
      },
      dependsOn: [...writer.permissions],
    });
  }

  #writer({ context, keyArn, stream }: DataLakeProps, tableArns: readonly string[], logArn: string): ServiceRole {
    const { prefix, region, accountId } = context;
    return new ServiceRole(this, 'writer', {
      name: `${prefix}-firehose`,
      accountId,
      service: 'firehose.amazonaws.com',
      trustCondition: { StringEquals: { 'sts:ExternalId': accountId } },
      // https://docs.aws.amazon.com/firehose/latest/dev/controlling-access.html
      statements: [
        allow(
          [
            'kinesis:DescribeStream',
            'kinesis:DescribeStreamSummary',
            'kinesis:GetShardIterator',
            'kinesis:GetRecords',
            'kinesis:ListShards',
          ],
          stream.arn,
        ),
        allow(['s3:GetBucketLocation', 's3:ListBucket', 's3:ListBucketMultipartUploads'], this.bucket.arn),
        allow(['s3:AbortMultipartUpload', 's3:GetObject', 's3:PutObject'], `${this.bucket.arn}/*`),
        allow(['kms:Decrypt', 'kms:GenerateDataKey'], keyArn),
        allow(
          ['glue:GetTable', 'glue:GetTableVersion', 'glue:GetTableVersions'],
          [`arn:aws:glue:${region}:${accountId}:catalog`, ...tableArns],
        ),
        allow(['logs:PutLogEvents'], `${logArn}:*`),
      ],
    });
  }

  #queries({ context, keyArn, accessLogs }: DataLakeProps): void {
    const results = new PrivateBucket(this, 'query-results', {
      name: bucketName(context, 'queries'),
      keyArn,
      keepDays: 30,
      forceDestroy: forceDestroy(context),
      accessLogs,
    });
    new AthenaWorkgroup(this, 'queries', {
      name: context.prefix,
      // Saved queries are no data: the results are, and their bucket has its own protection.
      forceDestroy: true,
      configuration: {
        enforceWorkgroupConfiguration: true,
        publishCloudwatchMetricsEnabled: true,
        // 10 GiB: a query that forgot its date range stops here.
        bytesScannedCutoffPerQuery: 10 * 1024 ** 3,
        resultConfiguration: {
          outputLocation: `s3://${results.name}/results/`,
          encryptionConfiguration: { encryptionOption: 'SSE_KMS', kmsKeyArn: keyArn },
        },
      },
    });
  }
}
