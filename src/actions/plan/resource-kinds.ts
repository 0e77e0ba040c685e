// Which types of resources hold what cannot be had back, and which open or close access: what reviewers must not miss.

/** A row a kind: a type is of it if its name is in the list. Names: https://registry.terraform.io/providers/hashicorp/aws/latest/docs and its azurerm and google siblings. */
const stateful: readonly { readonly holds: string; readonly types: string }[] = [
  {
    holds: 'a database',
    types: `aws_db_instance aws_rds_cluster aws_rds_cluster_instance aws_rds_global_cluster aws_docdb_cluster aws_neptune_cluster
      aws_redshift_cluster aws_redshiftserverless_namespace aws_dsql_cluster aws_timestreamwrite_database aws_timestreamwrite_table
      aws_keyspaces_keyspace aws_keyspaces_table aws_memorydb_cluster aws_opensearch_domain aws_elasticsearch_domain
      aws_opensearchserverless_collection aws_lightsail_database
      azurerm_mssql_database azurerm_mssql_server azurerm_postgresql_server azurerm_postgresql_flexible_server
      azurerm_mysql_flexible_server azurerm_cosmosdb_account azurerm_cosmosdb_sql_database azurerm_kusto_cluster
      google_sql_database_instance google_sql_database google_spanner_instance google_spanner_database google_bigtable_instance
      google_firestore_database google_alloydb_cluster google_alloydb_instance`,
  },
  {
    holds: 'a table',
    types: `aws_dynamodb_table aws_dynamodb_global_table aws_glue_catalog_table aws_glue_catalog_database aws_s3tables_table
      azurerm_storage_table google_bigquery_table google_bigquery_dataset google_bigtable_table`,
  },
  {
    holds: 'stored objects',
    types: `aws_s3_bucket aws_s3_directory_bucket aws_s3tables_table_bucket aws_glacier_vault aws_ecr_repository aws_ecrpublic_repository
      aws_codeartifact_repository aws_backup_vault aws_cloudtrail_event_data_store aws_lightsail_bucket
      azurerm_storage_account azurerm_storage_container azurerm_storage_blob azurerm_container_registry azurerm_recovery_services_vault
      google_storage_bucket google_artifact_registry_repository google_container_registry`,
  },
  {
    holds: 'a file system or volume',
    types: `aws_efs_file_system aws_ebs_volume aws_ebs_snapshot aws_fsx_lustre_file_system aws_fsx_windows_file_system
      aws_fsx_ontap_file_system aws_fsx_openzfs_file_system azurerm_managed_disk azurerm_storage_share azurerm_netapp_volume
      google_compute_disk google_compute_region_disk google_filestore_instance`,
  },
  {
    holds: 'a cache',
    types: `aws_elasticache_cluster aws_elasticache_replication_group aws_elasticache_serverless_cache aws_elasticache_global_replication_group
      aws_dax_cluster azurerm_redis_cache azurerm_managed_redis google_redis_instance google_redis_cluster google_memcache_instance`,
  },
  {
    holds: 'queued messages',
    types: `aws_sqs_queue aws_mq_broker aws_msk_cluster aws_msk_serverless_cluster aws_kinesis_stream aws_kinesis_firehose_delivery_stream
      azurerm_servicebus_queue azurerm_servicebus_topic azurerm_servicebus_namespace azurerm_eventhub azurerm_eventhub_namespace
      azurerm_storage_queue google_pubsub_topic google_pubsub_subscription google_cloud_tasks_queue`,
  },
  {
    holds: 'keys: without them, what they encrypted is lost',
    types: `aws_kms_key aws_kms_replica_key aws_kms_external_key aws_cloudhsm_v2_cluster aws_acmpca_certificate_authority
      azurerm_key_vault azurerm_key_vault_key google_kms_crypto_key google_kms_key_ring`,
  },
  {
    holds: 'secrets',
    types: `aws_secretsmanager_secret aws_secretsmanager_secret_version aws_ssm_parameter random_password tls_private_key
      azurerm_key_vault_secret azurerm_key_vault_certificate google_secret_manager_secret google_secret_manager_secret_version`,
  },
  {
    holds: 'logs',
    types: `aws_cloudwatch_log_group aws_cloudtrail aws_prometheus_workspace azurerm_log_analytics_workspace
      google_logging_project_bucket_config`,
  },
  {
    holds: 'names: others may take them, and resolvers remember',
    types: `aws_route53_zone aws_route53domains_registered_domain azurerm_dns_zone azurerm_private_dns_zone google_dns_managed_zone`,
  },
  {
    holds: 'user accounts',
    types: `aws_cognito_user_pool aws_cognito_identity_pool aws_directory_service_directory aws_identitystore_user
      google_identity_platform_tenant`,
  },
  {
    holds: 'an address that others have written down',
    types: `aws_eip azurerm_public_ip google_compute_address google_compute_global_address`,
  },
  {
    holds: 'a machine and its disks',
    types: `aws_instance aws_spot_instance_request aws_lightsail_instance azurerm_linux_virtual_machine azurerm_windows_virtual_machine
      google_compute_instance`,
  },
];

const heldBy: ReadonlyMap<string, string> = new Map(
  stateful.flatMap(({ holds, types }) => types.split(/\s+/).map((type) => [type, holds] as const)),
);

/** What is gone when a resource of this type is: undefined for one that can simply be made again. */
export function heldByType(type: string): string | undefined {
  return heldBy.get(type);
}

/**
 * Each change makes a new revision beside the old one, which whoever uses it keeps until told of the new one: to be replaced is
 * all that can happen to them. https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deregister-task-definition-v2.html
 */
const revisions: ReadonlySet<string> = new Set([
  'aws_ecs_task_definition',
  'aws_batch_job_definition',
  'aws_lambda_layer_version',
]);

export function isRevision(type: string): boolean {
  return revisions.has(type);
}

/** Types that say who may do or reach what. */
const access =
  /^(?:aws_iam_|aws_kms_(?:grant|key_policy)|aws_security_group|aws_vpc_security_group_|aws_network_acl|aws_s3_bucket_(?:policy|acl|public_access_block|ownership_controls)|aws_lambda_permission|aws_\w+_policy$|aws_wafv2_|aws_ram_|aws_ssoadmin_|aws_organizations_policy|azurerm_role_|azurerm_network_security_|azurerm_firewall|google_\w+_iam_|google_compute_firewall)/;

export function governsAccess(type: string): boolean {
  return access.test(type);
}
