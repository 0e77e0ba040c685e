import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  DescribeEvents$,
  ElastiCacheClient,
  _ep0,
  _mw0,
  command
} from "./chunk-V5TGOUOQ.js";
import {
  DescribeEvents$ as DescribeEvents$2,
  RDSClient,
  _ep0 as _ep02,
  _mw0 as _mw02,
  command as command2
} from "./chunk-IB5EDQX6.js";
import {
  DescribeServicesCommand,
  DescribeTasksCommand,
  ECSClient,
  paginateListTasks
} from "./chunk-7OQTKSXI.js";
import {
  everyPage,
  inBatches
} from "./chunk-2TWVQLQY.js";
import {
  asking,
  askingFor
} from "./chunk-TDX7Z4V6.js";
import {
  eventStreamSerdeProvider2 as eventStreamSerdeProvider,
  resolveEventStreamSerdeConfig
} from "./chunk-GDIXMUJ4.js";
import {
  guarded
} from "./chunk-XVITBZA2.js";
import {
  defaultProvider,
  nameOf,
  persistent
} from "./chunk-XSWGJYED.js";
import "./chunk-VQSP43VP.js";
import {
  AwsJson1_1Protocol,
  AwsQueryProtocol,
  AwsSdkSigV4Signer,
  NODE_AUTH_SCHEME_PREFERENCE_OPTIONS,
  resolveAwsSdkSigV4Config
} from "./chunk-HBTZUIIR.js";
import "./chunk-77PC44XF.js";
import {
  Sha256Node
} from "./chunk-VYHRLSD2.js";
import {
  NodeHttpHandler
} from "./chunk-D2ORXGE3.js";
import {
  BinaryDecisionDiagram,
  Client,
  DEFAULT_RETRY_MODE,
  DefaultIdentityProviderConfig,
  EndpointCache,
  NODE_APP_ID_CONFIG_OPTIONS,
  NODE_MAX_ATTEMPT_CONFIG_OPTIONS,
  NODE_RETRY_MODE_CONFIG_OPTIONS,
  NoOpLogger,
  ServiceException,
  awsEndpointFunctions,
  createDefaultUserAgentProvider,
  createPaginator,
  customEndpointFunctions,
  decideEndpoint,
  emitWarningIfUnsupportedVersion,
  emitWarningIfUnsupportedVersion2,
  getAwsRegionExtensionConfiguration,
  getDefaultExtensionConfiguration,
  getDefaultSocketTimeout,
  getEndpointPlugin,
  getHostHeaderPlugin,
  getHttpAuthSchemeEndpointRuleSetPlugin,
  getHttpSigningPlugin,
  getLoggerPlugin,
  getRecursionDetectionPlugin,
  getRetryPlugin,
  getUserAgentPlugin,
  loadConfigsForDefaultMode,
  makeBuilder,
  resolveAwsRegionExtensionConfiguration,
  resolveDefaultRuntimeConfig,
  resolveEndpointConfig,
  resolveHostHeaderConfig,
  resolveRetryConfig,
  resolveUserAgentConfig
} from "./chunk-7YUU5ONS.js";
import {
  NODE_REGION_CONFIG_FILE_OPTIONS,
  NODE_REGION_CONFIG_OPTIONS,
  NODE_USE_DUALSTACK_ENDPOINT_CONFIG_OPTIONS,
  NODE_USE_FIPS_ENDPOINT_CONFIG_OPTIONS,
  getContentLengthPlugin,
  getHttpHandlerExtensionConfiguration,
  loadConfig,
  resolveDefaultsModeConfig,
  resolveHttpHandlerRuntimeConfig,
  resolveRegionConfig
} from "./chunk-PABG3G7K.js";
import {
  TypeRegistry,
  calculateBodyLength,
  fromBase64,
  fromUtf8,
  getSchemaSerdePlugin,
  getSmithyContext,
  normalizeProvider,
  parseUrl,
  streamCollector,
  toBase64,
  toUtf8
} from "./chunk-TYMLWU77.js";
import {
  failure
} from "./chunk-BDGJGAS6.js";
import "./chunk-R5U37ZOC.js";

// node_modules/@aws-sdk/client-cloudtrail/dist-es/auth/httpAuthSchemeProvider.js
var defaultCloudTrailHttpAuthSchemeParametersProvider = async (config, context, input) => {
  return {
    operation: getSmithyContext(context).operation,
    region: await normalizeProvider(config.region)() || (() => {
      throw new Error("expected `region` to be configured for `aws.auth#sigv4`");
    })()
  };
};
function createAwsAuthSigv4HttpAuthOption(authParameters) {
  return {
    schemeId: "aws.auth#sigv4",
    signingProperties: {
      name: "cloudtrail",
      region: authParameters.region
    },
    propertiesExtractor: (config, context) => ({
      signingProperties: {
        config,
        context
      }
    })
  };
}
var defaultCloudTrailHttpAuthSchemeProvider = (authParameters) => {
  const options = [];
  switch (authParameters.operation) {
    default: {
      options.push(createAwsAuthSigv4HttpAuthOption(authParameters));
    }
  }
  return options;
};
var resolveHttpAuthSchemeConfig = (config) => {
  const config_0 = resolveAwsSdkSigV4Config(config);
  return Object.assign(config_0, {
    authSchemePreference: normalizeProvider(config.authSchemePreference ?? [])
  });
};

// node_modules/@aws-sdk/client-cloudtrail/dist-es/endpoint/EndpointParameters.js
var resolveClientEndpointParameters = (options) => {
  return Object.assign(options, {
    useDualstackEndpoint: options.useDualstackEndpoint ?? false,
    useFipsEndpoint: options.useFipsEndpoint ?? false,
    defaultSigningName: "cloudtrail"
  });
};
var commonParams = {
  UseFIPS: { type: "builtInParams", name: "useFipsEndpoint" },
  Endpoint: { type: "builtInParams", name: "endpoint" },
  Region: { type: "builtInParams", name: "region" },
  UseDualStack: { type: "builtInParams", name: "useDualstackEndpoint" }
};

// node_modules/@aws-sdk/client-cloudtrail/package.json
var package_default = {
  name: "@aws-sdk/client-cloudtrail",
  version: "3.1137.0",
  description: "AWS SDK for JavaScript Cloudtrail Client for Node.js, Browser and React Native",
  homepage: "https://github.com/aws/aws-sdk-js-v3/tree/main/clients/client-cloudtrail",
  license: "Apache-2.0",
  author: {
    name: "AWS SDK for JavaScript Team",
    url: "https://aws.amazon.com/sdk-for-javascript/"
  },
  repository: {
    type: "git",
    url: "https://github.com/aws/aws-sdk-js-v3.git",
    directory: "clients/client-cloudtrail"
  },
  files: [
    "dist-*/**"
  ],
  sideEffects: false,
  main: "./dist-cjs/index.js",
  module: "./dist-es/index.js",
  browser: {
    "./dist-es/runtimeConfig": "./dist-es/runtimeConfig.browser"
  },
  types: "./dist-types/index.d.ts",
  typesVersions: {
    "<4.5": {
      "dist-types/*": [
        "dist-types/ts3.4/*"
      ]
    }
  },
  "react-native": {
    "./dist-es/runtimeConfig": "./dist-es/runtimeConfig.native"
  },
  scripts: {
    build: "concurrently 'yarn:build:types' 'yarn:build:es' && yarn build:cjs",
    "build:cjs": "node ../../scripts/compilation/inline",
    "build:es": "premove dist-es && tsc -p tsconfig.es.json",
    "build:include:deps": 'yarn g:turbo run build -F="$npm_package_name"',
    "build:types": "premove dist-types && tsc -p tsconfig.types.json",
    "build:types:downlevel": "downlevel-dts dist-types dist-types/ts3.4",
    clean: "premove dist-cjs dist-es dist-types",
    "extract:docs": "api-extractor run --local",
    "generate:client": "node ../../scripts/generate-clients/single-service",
    "test:e2e": "yarn g:vitest run -c vitest.config.e2e.mts",
    "test:e2e:watch": "yarn g:vitest watch -c vitest.config.e2e.mts",
    "test:index": "tsc -p tsconfig.test.json && node ./test/index-objects.spec.mjs"
  },
  dependencies: {
    "@aws-sdk/core": "^3.978.0",
    "@aws-sdk/credential-provider-node": "^3.972.83",
    "@aws-sdk/types": "^3.974.5",
    "@smithy/core": "^3.33.3",
    "@smithy/fetch-http-handler": "^5.7.2",
    "@smithy/node-http-handler": "^4.11.3",
    "@smithy/types": "^4.17.2",
    tslib: "^2.6.2"
  },
  devDependencies: {
    "@tsconfig/node20": "20.1.8",
    "@types/node": "^20.14.8",
    concurrently: "7.0.0",
    "downlevel-dts": "0.10.1",
    premove: "4.0.0",
    typescript: "~7.0.2"
  },
  engines: {
    node: ">=20.0.0"
  }
};

// node_modules/@aws-sdk/client-cloudtrail/dist-es/endpoint/bdd.js
var m = "ref";
var a = -1;
var b = true;
var c = "isSet";
var d = "PartitionResult";
var e = "booleanEquals";
var f = "getAttr";
var g = "stringEquals";
var h = { [m]: "Endpoint" };
var i = { [m]: d };
var j = { [m]: "Region" };
var k = {};
var l = [j];
var _data = {
  conditions: [
    [c, [h]],
    [c, l],
    ["aws.partition", l, d],
    [e, [{ [m]: "UseFIPS" }, b]],
    [e, [{ [m]: "UseDualStack" }, b]],
    [e, [{ fn: f, argv: [i, "supportsDualStack"] }, b]],
    [e, [{ fn: f, argv: [i, "supportsFIPS"] }, b]],
    [g, [j, "us-gov-east-1"]],
    [g, [j, "us-gov-west-1"]]
  ],
  results: [
    [a],
    [a, "Invalid Configuration: FIPS and custom endpoint are not supported"],
    [a, "Invalid Configuration: Dualstack and custom endpoint are not supported"],
    [h, k],
    ["https://cloudtrail-fips.{Region}.{PartitionResult#dualStackDnsSuffix}", k],
    [a, "FIPS and DualStack are enabled, but this partition does not support one or both"],
    ["https://cloudtrail.us-gov-east-1.amazonaws.com", k],
    ["https://cloudtrail.us-gov-west-1.amazonaws.com", k],
    ["https://cloudtrail-fips.{Region}.{PartitionResult#dnsSuffix}", k],
    [a, "FIPS is enabled but this partition does not support FIPS"],
    ["https://cloudtrail.{Region}.{PartitionResult#dualStackDnsSuffix}", k],
    [a, "DualStack is enabled but this partition does not support DualStack"],
    ["https://cloudtrail.{Region}.{PartitionResult#dnsSuffix}", k],
    [a, "Invalid Configuration: Missing Region"]
  ]
};
var root = 2;
var r = 1e8;
var nodes = new Int32Array([
  -1,
  1,
  -1,
  0,
  14,
  3,
  1,
  4,
  r + 13,
  2,
  5,
  r + 13,
  3,
  8,
  6,
  4,
  7,
  r + 12,
  5,
  r + 10,
  r + 11,
  4,
  12,
  9,
  6,
  10,
  r + 9,
  7,
  r + 6,
  11,
  8,
  r + 7,
  r + 8,
  5,
  13,
  r + 5,
  6,
  r + 4,
  r + 5,
  3,
  r + 1,
  15,
  4,
  r + 2,
  r + 3
]);
var bdd = BinaryDecisionDiagram.from(nodes, root, _data.conditions, _data.results);

// node_modules/@aws-sdk/client-cloudtrail/dist-es/endpoint/endpointResolver.js
var cache = new EndpointCache({
  size: 50,
  params: ["Endpoint", "Region", "UseDualStack", "UseFIPS"]
});
var defaultEndpointResolver = (endpointParams, context = {}) => {
  return cache.get(endpointParams, () => decideEndpoint(bdd, {
    endpointParams,
    logger: context.logger
  }));
};
customEndpointFunctions.aws = awsEndpointFunctions;

// node_modules/@aws-sdk/client-cloudtrail/dist-es/models/CloudTrailServiceException.js
var CloudTrailServiceException = class _CloudTrailServiceException extends ServiceException {
  constructor(options) {
    super(options);
    Object.setPrototypeOf(this, _CloudTrailServiceException.prototype);
  }
};

// node_modules/@aws-sdk/client-cloudtrail/dist-es/models/errors.js
var AccessDeniedException = class _AccessDeniedException extends CloudTrailServiceException {
  name = "AccessDeniedException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "AccessDeniedException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _AccessDeniedException.prototype);
    this.Message = opts.Message;
  }
};
var AccountHasOngoingImportException = class _AccountHasOngoingImportException extends CloudTrailServiceException {
  name = "AccountHasOngoingImportException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "AccountHasOngoingImportException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _AccountHasOngoingImportException.prototype);
    this.Message = opts.Message;
  }
};
var AccountNotFoundException = class _AccountNotFoundException extends CloudTrailServiceException {
  name = "AccountNotFoundException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "AccountNotFoundException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _AccountNotFoundException.prototype);
    this.Message = opts.Message;
  }
};
var AccountNotRegisteredException = class _AccountNotRegisteredException extends CloudTrailServiceException {
  name = "AccountNotRegisteredException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "AccountNotRegisteredException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _AccountNotRegisteredException.prototype);
    this.Message = opts.Message;
  }
};
var AccountRegisteredException = class _AccountRegisteredException extends CloudTrailServiceException {
  name = "AccountRegisteredException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "AccountRegisteredException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _AccountRegisteredException.prototype);
    this.Message = opts.Message;
  }
};
var ChannelARNInvalidException = class _ChannelARNInvalidException extends CloudTrailServiceException {
  name = "ChannelARNInvalidException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "ChannelARNInvalidException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _ChannelARNInvalidException.prototype);
    this.Message = opts.Message;
  }
};
var ChannelNotFoundException = class _ChannelNotFoundException extends CloudTrailServiceException {
  name = "ChannelNotFoundException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "ChannelNotFoundException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _ChannelNotFoundException.prototype);
    this.Message = opts.Message;
  }
};
var CloudTrailARNInvalidException = class _CloudTrailARNInvalidException extends CloudTrailServiceException {
  name = "CloudTrailARNInvalidException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "CloudTrailARNInvalidException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _CloudTrailARNInvalidException.prototype);
    this.Message = opts.Message;
  }
};
var ConflictException = class _ConflictException extends CloudTrailServiceException {
  name = "ConflictException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "ConflictException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _ConflictException.prototype);
    this.Message = opts.Message;
  }
};
var EventDataStoreARNInvalidException = class _EventDataStoreARNInvalidException extends CloudTrailServiceException {
  name = "EventDataStoreARNInvalidException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "EventDataStoreARNInvalidException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _EventDataStoreARNInvalidException.prototype);
    this.Message = opts.Message;
  }
};
var EventDataStoreNotFoundException = class _EventDataStoreNotFoundException extends CloudTrailServiceException {
  name = "EventDataStoreNotFoundException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "EventDataStoreNotFoundException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _EventDataStoreNotFoundException.prototype);
    this.Message = opts.Message;
  }
};
var InactiveEventDataStoreException = class _InactiveEventDataStoreException extends CloudTrailServiceException {
  name = "InactiveEventDataStoreException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "InactiveEventDataStoreException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _InactiveEventDataStoreException.prototype);
    this.Message = opts.Message;
  }
};
var InvalidTagParameterException = class _InvalidTagParameterException extends CloudTrailServiceException {
  name = "InvalidTagParameterException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "InvalidTagParameterException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _InvalidTagParameterException.prototype);
    this.Message = opts.Message;
  }
};
var InvalidTrailNameException = class _InvalidTrailNameException extends CloudTrailServiceException {
  name = "InvalidTrailNameException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "InvalidTrailNameException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _InvalidTrailNameException.prototype);
    this.Message = opts.Message;
  }
};
var NoManagementAccountSLRExistsException = class _NoManagementAccountSLRExistsException extends CloudTrailServiceException {
  name = "NoManagementAccountSLRExistsException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "NoManagementAccountSLRExistsException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _NoManagementAccountSLRExistsException.prototype);
    this.Message = opts.Message;
  }
};
var NotOrganizationMasterAccountException = class _NotOrganizationMasterAccountException extends CloudTrailServiceException {
  name = "NotOrganizationMasterAccountException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "NotOrganizationMasterAccountException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _NotOrganizationMasterAccountException.prototype);
    this.Message = opts.Message;
  }
};
var OperationNotPermittedException = class _OperationNotPermittedException extends CloudTrailServiceException {
  name = "OperationNotPermittedException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "OperationNotPermittedException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _OperationNotPermittedException.prototype);
    this.Message = opts.Message;
  }
};
var ResourceNotFoundException = class _ResourceNotFoundException extends CloudTrailServiceException {
  name = "ResourceNotFoundException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "ResourceNotFoundException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _ResourceNotFoundException.prototype);
    this.Message = opts.Message;
  }
};
var ResourceTypeNotSupportedException = class _ResourceTypeNotSupportedException extends CloudTrailServiceException {
  name = "ResourceTypeNotSupportedException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "ResourceTypeNotSupportedException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _ResourceTypeNotSupportedException.prototype);
    this.Message = opts.Message;
  }
};
var TagsLimitExceededException = class _TagsLimitExceededException extends CloudTrailServiceException {
  name = "TagsLimitExceededException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "TagsLimitExceededException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _TagsLimitExceededException.prototype);
    this.Message = opts.Message;
  }
};
var UnsupportedOperationException = class _UnsupportedOperationException extends CloudTrailServiceException {
  name = "UnsupportedOperationException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "UnsupportedOperationException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _UnsupportedOperationException.prototype);
    this.Message = opts.Message;
  }
};
var InactiveQueryException = class _InactiveQueryException extends CloudTrailServiceException {
  name = "InactiveQueryException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "InactiveQueryException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _InactiveQueryException.prototype);
    this.Message = opts.Message;
  }
};
var InvalidParameterException = class _InvalidParameterException extends CloudTrailServiceException {
  name = "InvalidParameterException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "InvalidParameterException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _InvalidParameterException.prototype);
    this.Message = opts.Message;
  }
};
var QueryIdNotFoundException = class _QueryIdNotFoundException extends CloudTrailServiceException {
  name = "QueryIdNotFoundException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "QueryIdNotFoundException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _QueryIdNotFoundException.prototype);
    this.Message = opts.Message;
  }
};
var CannotDelegateManagementAccountException = class _CannotDelegateManagementAccountException extends CloudTrailServiceException {
  name = "CannotDelegateManagementAccountException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "CannotDelegateManagementAccountException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _CannotDelegateManagementAccountException.prototype);
    this.Message = opts.Message;
  }
};
var ChannelAlreadyExistsException = class _ChannelAlreadyExistsException extends CloudTrailServiceException {
  name = "ChannelAlreadyExistsException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "ChannelAlreadyExistsException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _ChannelAlreadyExistsException.prototype);
    this.Message = opts.Message;
  }
};
var ChannelExistsForEDSException = class _ChannelExistsForEDSException extends CloudTrailServiceException {
  name = "ChannelExistsForEDSException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "ChannelExistsForEDSException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _ChannelExistsForEDSException.prototype);
    this.Message = opts.Message;
  }
};
var ChannelMaxLimitExceededException = class _ChannelMaxLimitExceededException extends CloudTrailServiceException {
  name = "ChannelMaxLimitExceededException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "ChannelMaxLimitExceededException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _ChannelMaxLimitExceededException.prototype);
    this.Message = opts.Message;
  }
};
var InvalidEventDataStoreCategoryException = class _InvalidEventDataStoreCategoryException extends CloudTrailServiceException {
  name = "InvalidEventDataStoreCategoryException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "InvalidEventDataStoreCategoryException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _InvalidEventDataStoreCategoryException.prototype);
    this.Message = opts.Message;
  }
};
var InvalidSourceException = class _InvalidSourceException extends CloudTrailServiceException {
  name = "InvalidSourceException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "InvalidSourceException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _InvalidSourceException.prototype);
    this.Message = opts.Message;
  }
};
var InsufficientEncryptionPolicyException = class _InsufficientEncryptionPolicyException extends CloudTrailServiceException {
  name = "InsufficientEncryptionPolicyException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "InsufficientEncryptionPolicyException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _InsufficientEncryptionPolicyException.prototype);
    this.Message = opts.Message;
  }
};
var InvalidQueryStatementException = class _InvalidQueryStatementException extends CloudTrailServiceException {
  name = "InvalidQueryStatementException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "InvalidQueryStatementException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _InvalidQueryStatementException.prototype);
    this.Message = opts.Message;
  }
};
var ServiceQuotaExceededException = class _ServiceQuotaExceededException extends CloudTrailServiceException {
  name = "ServiceQuotaExceededException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "ServiceQuotaExceededException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _ServiceQuotaExceededException.prototype);
    this.Message = opts.Message;
  }
};
var CloudTrailAccessNotEnabledException = class _CloudTrailAccessNotEnabledException extends CloudTrailServiceException {
  name = "CloudTrailAccessNotEnabledException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "CloudTrailAccessNotEnabledException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _CloudTrailAccessNotEnabledException.prototype);
    this.Message = opts.Message;
  }
};
var EventDataStoreAlreadyExistsException = class _EventDataStoreAlreadyExistsException extends CloudTrailServiceException {
  name = "EventDataStoreAlreadyExistsException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "EventDataStoreAlreadyExistsException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _EventDataStoreAlreadyExistsException.prototype);
    this.Message = opts.Message;
  }
};
var EventDataStoreMaxLimitExceededException = class _EventDataStoreMaxLimitExceededException extends CloudTrailServiceException {
  name = "EventDataStoreMaxLimitExceededException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "EventDataStoreMaxLimitExceededException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _EventDataStoreMaxLimitExceededException.prototype);
    this.Message = opts.Message;
  }
};
var InsufficientDependencyServiceAccessPermissionException = class _InsufficientDependencyServiceAccessPermissionException extends CloudTrailServiceException {
  name = "InsufficientDependencyServiceAccessPermissionException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "InsufficientDependencyServiceAccessPermissionException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _InsufficientDependencyServiceAccessPermissionException.prototype);
    this.Message = opts.Message;
  }
};
var InvalidEventSelectorsException = class _InvalidEventSelectorsException extends CloudTrailServiceException {
  name = "InvalidEventSelectorsException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "InvalidEventSelectorsException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _InvalidEventSelectorsException.prototype);
    this.Message = opts.Message;
  }
};
var InvalidKmsKeyIdException = class _InvalidKmsKeyIdException extends CloudTrailServiceException {
  name = "InvalidKmsKeyIdException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "InvalidKmsKeyIdException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _InvalidKmsKeyIdException.prototype);
    this.Message = opts.Message;
  }
};
var KmsException = class _KmsException extends CloudTrailServiceException {
  name = "KmsException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "KmsException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _KmsException.prototype);
    this.Message = opts.Message;
  }
};
var KmsKeyNotFoundException = class _KmsKeyNotFoundException extends CloudTrailServiceException {
  name = "KmsKeyNotFoundException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "KmsKeyNotFoundException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _KmsKeyNotFoundException.prototype);
    this.Message = opts.Message;
  }
};
var OrganizationNotInAllFeaturesModeException = class _OrganizationNotInAllFeaturesModeException extends CloudTrailServiceException {
  name = "OrganizationNotInAllFeaturesModeException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "OrganizationNotInAllFeaturesModeException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _OrganizationNotInAllFeaturesModeException.prototype);
    this.Message = opts.Message;
  }
};
var OrganizationsNotInUseException = class _OrganizationsNotInUseException extends CloudTrailServiceException {
  name = "OrganizationsNotInUseException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "OrganizationsNotInUseException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _OrganizationsNotInUseException.prototype);
    this.Message = opts.Message;
  }
};
var ThrottlingException = class _ThrottlingException extends CloudTrailServiceException {
  name = "ThrottlingException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "ThrottlingException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _ThrottlingException.prototype);
    this.Message = opts.Message;
  }
};
var CloudTrailInvalidClientTokenIdException = class _CloudTrailInvalidClientTokenIdException extends CloudTrailServiceException {
  name = "CloudTrailInvalidClientTokenIdException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "CloudTrailInvalidClientTokenIdException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _CloudTrailInvalidClientTokenIdException.prototype);
    this.Message = opts.Message;
  }
};
var CloudWatchLogsDeliveryUnavailableException = class _CloudWatchLogsDeliveryUnavailableException extends CloudTrailServiceException {
  name = "CloudWatchLogsDeliveryUnavailableException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "CloudWatchLogsDeliveryUnavailableException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _CloudWatchLogsDeliveryUnavailableException.prototype);
    this.Message = opts.Message;
  }
};
var InsufficientS3BucketPolicyException = class _InsufficientS3BucketPolicyException extends CloudTrailServiceException {
  name = "InsufficientS3BucketPolicyException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "InsufficientS3BucketPolicyException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _InsufficientS3BucketPolicyException.prototype);
    this.Message = opts.Message;
  }
};
var InsufficientSnsTopicPolicyException = class _InsufficientSnsTopicPolicyException extends CloudTrailServiceException {
  name = "InsufficientSnsTopicPolicyException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "InsufficientSnsTopicPolicyException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _InsufficientSnsTopicPolicyException.prototype);
    this.Message = opts.Message;
  }
};
var InvalidCloudWatchLogsLogGroupArnException = class _InvalidCloudWatchLogsLogGroupArnException extends CloudTrailServiceException {
  name = "InvalidCloudWatchLogsLogGroupArnException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "InvalidCloudWatchLogsLogGroupArnException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _InvalidCloudWatchLogsLogGroupArnException.prototype);
    this.Message = opts.Message;
  }
};
var InvalidCloudWatchLogsRoleArnException = class _InvalidCloudWatchLogsRoleArnException extends CloudTrailServiceException {
  name = "InvalidCloudWatchLogsRoleArnException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "InvalidCloudWatchLogsRoleArnException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _InvalidCloudWatchLogsRoleArnException.prototype);
    this.Message = opts.Message;
  }
};
var InvalidParameterCombinationException = class _InvalidParameterCombinationException extends CloudTrailServiceException {
  name = "InvalidParameterCombinationException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "InvalidParameterCombinationException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _InvalidParameterCombinationException.prototype);
    this.Message = opts.Message;
  }
};
var InvalidS3BucketNameException = class _InvalidS3BucketNameException extends CloudTrailServiceException {
  name = "InvalidS3BucketNameException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "InvalidS3BucketNameException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _InvalidS3BucketNameException.prototype);
    this.Message = opts.Message;
  }
};
var InvalidS3PrefixException = class _InvalidS3PrefixException extends CloudTrailServiceException {
  name = "InvalidS3PrefixException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "InvalidS3PrefixException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _InvalidS3PrefixException.prototype);
    this.Message = opts.Message;
  }
};
var InvalidSnsTopicNameException = class _InvalidSnsTopicNameException extends CloudTrailServiceException {
  name = "InvalidSnsTopicNameException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "InvalidSnsTopicNameException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _InvalidSnsTopicNameException.prototype);
    this.Message = opts.Message;
  }
};
var KmsKeyDisabledException = class _KmsKeyDisabledException extends CloudTrailServiceException {
  name = "KmsKeyDisabledException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "KmsKeyDisabledException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _KmsKeyDisabledException.prototype);
    this.Message = opts.Message;
  }
};
var MaximumNumberOfTrailsExceededException = class _MaximumNumberOfTrailsExceededException extends CloudTrailServiceException {
  name = "MaximumNumberOfTrailsExceededException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "MaximumNumberOfTrailsExceededException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _MaximumNumberOfTrailsExceededException.prototype);
    this.Message = opts.Message;
  }
};
var S3BucketDoesNotExistException = class _S3BucketDoesNotExistException extends CloudTrailServiceException {
  name = "S3BucketDoesNotExistException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "S3BucketDoesNotExistException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _S3BucketDoesNotExistException.prototype);
    this.Message = opts.Message;
  }
};
var TrailAlreadyExistsException = class _TrailAlreadyExistsException extends CloudTrailServiceException {
  name = "TrailAlreadyExistsException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "TrailAlreadyExistsException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _TrailAlreadyExistsException.prototype);
    this.Message = opts.Message;
  }
};
var TrailNotProvidedException = class _TrailNotProvidedException extends CloudTrailServiceException {
  name = "TrailNotProvidedException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "TrailNotProvidedException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _TrailNotProvidedException.prototype);
    this.Message = opts.Message;
  }
};
var EventDataStoreFederationEnabledException = class _EventDataStoreFederationEnabledException extends CloudTrailServiceException {
  name = "EventDataStoreFederationEnabledException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "EventDataStoreFederationEnabledException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _EventDataStoreFederationEnabledException.prototype);
    this.Message = opts.Message;
  }
};
var EventDataStoreHasOngoingImportException = class _EventDataStoreHasOngoingImportException extends CloudTrailServiceException {
  name = "EventDataStoreHasOngoingImportException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "EventDataStoreHasOngoingImportException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _EventDataStoreHasOngoingImportException.prototype);
    this.Message = opts.Message;
  }
};
var EventDataStoreTerminationProtectedException = class _EventDataStoreTerminationProtectedException extends CloudTrailServiceException {
  name = "EventDataStoreTerminationProtectedException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "EventDataStoreTerminationProtectedException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _EventDataStoreTerminationProtectedException.prototype);
    this.Message = opts.Message;
  }
};
var ResourceARNNotValidException = class _ResourceARNNotValidException extends CloudTrailServiceException {
  name = "ResourceARNNotValidException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "ResourceARNNotValidException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _ResourceARNNotValidException.prototype);
    this.Message = opts.Message;
  }
};
var ResourcePolicyNotFoundException = class _ResourcePolicyNotFoundException extends CloudTrailServiceException {
  name = "ResourcePolicyNotFoundException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "ResourcePolicyNotFoundException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _ResourcePolicyNotFoundException.prototype);
    this.Message = opts.Message;
  }
};
var InvalidHomeRegionException = class _InvalidHomeRegionException extends CloudTrailServiceException {
  name = "InvalidHomeRegionException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "InvalidHomeRegionException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _InvalidHomeRegionException.prototype);
    this.Message = opts.Message;
  }
};
var TrailNotFoundException = class _TrailNotFoundException extends CloudTrailServiceException {
  name = "TrailNotFoundException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "TrailNotFoundException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _TrailNotFoundException.prototype);
    this.Message = opts.Message;
  }
};
var NotOrganizationManagementAccountException = class _NotOrganizationManagementAccountException extends CloudTrailServiceException {
  name = "NotOrganizationManagementAccountException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "NotOrganizationManagementAccountException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _NotOrganizationManagementAccountException.prototype);
    this.Message = opts.Message;
  }
};
var ConcurrentModificationException = class _ConcurrentModificationException extends CloudTrailServiceException {
  name = "ConcurrentModificationException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "ConcurrentModificationException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _ConcurrentModificationException.prototype);
    this.Message = opts.Message;
  }
};
var GenerateResponseException = class _GenerateResponseException extends CloudTrailServiceException {
  name = "GenerateResponseException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "GenerateResponseException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _GenerateResponseException.prototype);
    this.Message = opts.Message;
  }
};
var InvalidEventDataStoreStatusException = class _InvalidEventDataStoreStatusException extends CloudTrailServiceException {
  name = "InvalidEventDataStoreStatusException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "InvalidEventDataStoreStatusException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _InvalidEventDataStoreStatusException.prototype);
    this.Message = opts.Message;
  }
};
var ImportNotFoundException = class _ImportNotFoundException extends CloudTrailServiceException {
  name = "ImportNotFoundException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "ImportNotFoundException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _ImportNotFoundException.prototype);
    this.Message = opts.Message;
  }
};
var InsightNotEnabledException = class _InsightNotEnabledException extends CloudTrailServiceException {
  name = "InsightNotEnabledException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "InsightNotEnabledException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _InsightNotEnabledException.prototype);
    this.Message = opts.Message;
  }
};
var InvalidMaxResultsException = class _InvalidMaxResultsException extends CloudTrailServiceException {
  name = "InvalidMaxResultsException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "InvalidMaxResultsException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _InvalidMaxResultsException.prototype);
    this.Message = opts.Message;
  }
};
var InvalidNextTokenException = class _InvalidNextTokenException extends CloudTrailServiceException {
  name = "InvalidNextTokenException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "InvalidNextTokenException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _InvalidNextTokenException.prototype);
    this.Message = opts.Message;
  }
};
var InvalidTimeRangeException = class _InvalidTimeRangeException extends CloudTrailServiceException {
  name = "InvalidTimeRangeException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "InvalidTimeRangeException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _InvalidTimeRangeException.prototype);
    this.Message = opts.Message;
  }
};
var InvalidTokenException = class _InvalidTokenException extends CloudTrailServiceException {
  name = "InvalidTokenException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "InvalidTokenException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _InvalidTokenException.prototype);
    this.Message = opts.Message;
  }
};
var InvalidDateRangeException = class _InvalidDateRangeException extends CloudTrailServiceException {
  name = "InvalidDateRangeException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "InvalidDateRangeException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _InvalidDateRangeException.prototype);
    this.Message = opts.Message;
  }
};
var InvalidQueryStatusException = class _InvalidQueryStatusException extends CloudTrailServiceException {
  name = "InvalidQueryStatusException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "InvalidQueryStatusException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _InvalidQueryStatusException.prototype);
    this.Message = opts.Message;
  }
};
var InvalidEventCategoryException = class _InvalidEventCategoryException extends CloudTrailServiceException {
  name = "InvalidEventCategoryException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "InvalidEventCategoryException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _InvalidEventCategoryException.prototype);
    this.Message = opts.Message;
  }
};
var InvalidLookupAttributesException = class _InvalidLookupAttributesException extends CloudTrailServiceException {
  name = "InvalidLookupAttributesException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "InvalidLookupAttributesException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _InvalidLookupAttributesException.prototype);
    this.Message = opts.Message;
  }
};
var InsufficientIAMAccessPermissionException = class _InsufficientIAMAccessPermissionException extends CloudTrailServiceException {
  name = "InsufficientIAMAccessPermissionException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "InsufficientIAMAccessPermissionException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _InsufficientIAMAccessPermissionException.prototype);
    this.Message = opts.Message;
  }
};
var InvalidInsightSelectorsException = class _InvalidInsightSelectorsException extends CloudTrailServiceException {
  name = "InvalidInsightSelectorsException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "InvalidInsightSelectorsException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _InvalidInsightSelectorsException.prototype);
    this.Message = opts.Message;
  }
};
var ResourcePolicyNotValidException = class _ResourcePolicyNotValidException extends CloudTrailServiceException {
  name = "ResourcePolicyNotValidException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "ResourcePolicyNotValidException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _ResourcePolicyNotValidException.prototype);
    this.Message = opts.Message;
  }
};
var DelegatedAdminAccountLimitExceededException = class _DelegatedAdminAccountLimitExceededException extends CloudTrailServiceException {
  name = "DelegatedAdminAccountLimitExceededException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "DelegatedAdminAccountLimitExceededException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _DelegatedAdminAccountLimitExceededException.prototype);
    this.Message = opts.Message;
  }
};
var InvalidImportSourceException = class _InvalidImportSourceException extends CloudTrailServiceException {
  name = "InvalidImportSourceException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "InvalidImportSourceException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _InvalidImportSourceException.prototype);
    this.Message = opts.Message;
  }
};
var MaxConcurrentQueriesException = class _MaxConcurrentQueriesException extends CloudTrailServiceException {
  name = "MaxConcurrentQueriesException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "MaxConcurrentQueriesException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _MaxConcurrentQueriesException.prototype);
    this.Message = opts.Message;
  }
};

// node_modules/@aws-sdk/client-cloudtrail/dist-es/schemas/schemas_0.js
var _AC = "AggregationConfiguration";
var _ADE = "AccessDeniedException";
var _AFS = "AdvancedFieldSelector";
var _AHOIE = "AccountHasOngoingImportException";
var _AK = "AttributeKey";
var _AKI = "AccessKeyId";
var _ANFE = "AccountNotFoundException";
var _ANRE = "AccountNotRegisteredException";
var _ARE = "AccountRegisteredException";
var _AV = "AttributeValue";
var _BS = "BytesScanned";
var _CAEE = "ChannelAlreadyExistsException";
var _CARNIE = "ChannelARNInvalidException";
var _CDMAE = "CannotDelegateManagementAccountException";
var _CE = "ConflictException";
var _CEFEDSE = "ChannelExistsForEDSException";
var _CKS = "ContextKeySelector";
var _CME = "ConcurrentModificationException";
var _CMLEE = "ChannelMaxLimitExceededException";
var _CNFE = "ChannelNotFoundException";
var _CT = "CreatedTimestamp";
var _CTANEE = "CloudTrailAccessNotEnabledException";
var _CTARNIE = "CloudTrailARNInvalidException";
var _CTE = "CloudTrailEvent";
var _CTICTIE = "CloudTrailInvalidClientTokenIdException";
var _CWLDUE = "CloudWatchLogsDeliveryUnavailableException";
var _D = "Destinations";
var _DAALEE = "DelegatedAdminAccountLimitExceededException";
var _DI = "DashboardId";
var _DR = "DataResource";
var _DRa = "DataResources";
var _DSU = "DeliveryS3Uri";
var _DT = "DataType";
var _DTRes = "DescribeTrailsRequest";
var _Di = "Dimensions";
var _E = "Equals";
var _EC = "EventCategory";
var _ECr = "ErrorCode";
var _ECv = "EventsCompleted";
var _ECve = "EventCategories";
var _EDSAEE = "EventDataStoreAlreadyExistsException";
var _EDSARNIE = "EventDataStoreARNInvalidException";
var _EDSFEE = "EventDataStoreFederationEnabledException";
var _EDSHOIE = "EventDataStoreHasOngoingImportException";
var _EDSMLEE = "EventDataStoreMaxLimitExceededException";
var _EDSNFE = "EventDataStoreNotFoundException";
var _EDSOAI = "EventDataStoreOwnerAccountId";
var _EDSTPE = "EventDataStoreTerminationProtectedException";
var _EDSv = "EventDataStores";
var _EET = "EndEventTime";
var _EI = "EventId";
var _EL = "EventsList";
var _EM = "ErrorMessage";
var _EMES = "ExcludeManagementEventSources";
var _EN = "EventName";
var _ES = "EventSource";
var _ESv = "EventSelector";
var _ET = "EventTime";
var _ETn = "EndTime";
var _EW = "EndsWith";
var _Ev = "Event";
var _Eve = "Events";
var _F = "Field";
var _FC = "FilesCompleted";
var _FE = "FailedEntries";
var _GIRe = "GetImportResponse";
var _GQR = "GenerateQueryRequest";
var _GQRRe = "GetQueryResultsResponse";
var _GRE = "GenerateResponseException";
var _ICWLLGAE = "InvalidCloudWatchLogsLogGroupArnException";
var _ICWLRAE = "InvalidCloudWatchLogsRoleArnException";
var _IDRE = "InvalidDateRangeException";
var _IDSAPE = "InsufficientDependencyServiceAccessPermissionException";
var _IECE = "InvalidEventCategoryException";
var _IEDSCE = "InvalidEventDataStoreCategoryException";
var _IEDSE = "InactiveEventDataStoreException";
var _IEDSSE = "InvalidEventDataStoreStatusException";
var _IEPE = "InsufficientEncryptionPolicyException";
var _IESE = "InvalidEventSelectorsException";
var _IHRE = "InvalidHomeRegionException";
var _II = "ImportId";
var _IIAMAPE = "InsufficientIAMAccessPermissionException";
var _IISE = "InvalidImportSourceException";
var _IISEn = "InvalidInsightSelectorsException";
var _IKKIE = "InvalidKmsKeyIdException";
var _ILAE = "InvalidLookupAttributesException";
var _ILI = "ImportsListItem";
var _IME = "IncludeManagementEvents";
var _IMRE = "InvalidMaxResultsException";
var _INEE = "InsightNotEnabledException";
var _INFE = "ImportNotFoundException";
var _INTE = "InvalidNextTokenException";
var _IPCE = "InvalidParameterCombinationException";
var _IPE = "InvalidParameterException";
var _IQE = "InactiveQueryException";
var _IQSE = "InvalidQueryStatementException";
var _IQSEn = "InvalidQueryStatusException";
var _ISBNE = "InvalidS3BucketNameException";
var _ISBPE = "InsufficientS3BucketPolicyException";
var _ISE = "InvalidSourceException";
var _ISPE = "InvalidS3PrefixException";
var _ISTNE = "InvalidSnsTopicNameException";
var _ISTPE = "InsufficientSnsTopicPolicyException";
var _ISm = "ImportSource";
var _ISmp = "ImportStatus";
var _ISmpo = "ImportStatistics";
var _ISns = "InsightSelector";
var _ISnsi = "InsightSource";
var _IT = "InsightType";
var _ITE = "InvalidTokenException";
var _ITNE = "InvalidTrailNameException";
var _ITPE = "InvalidTagParameterException";
var _ITRE = "InvalidTimeRangeException";
var _KE = "KmsException";
var _KKDE = "KmsKeyDisabledException";
var _KKNFE = "KmsKeyNotFoundException";
var _LA = "LookupAttribute";
var _LAL = "LookupAttributesList";
var _LAo = "LookupAttributes";
var _LE = "LookupEvents";
var _LER = "LookupEventsRequest";
var _LERo = "LookupEventsResponse";
var _LIDR = "ListInsightsDataRequest";
var _LIMDRi = "ListInsightsMetricDataResponse";
var _LTR = "ListTagsRequest";
var _M = "Message";
var _MCQE = "MaxConcurrentQueriesException";
var _MNOTEE = "MaximumNumberOfTrailsExceededException";
var _MR = "MaxResults";
var _NE = "NotEquals";
var _NEW = "NotEndsWith";
var _NMASLREE = "NoManagementAccountSLRExistsException";
var _NOMAE = "NotOrganizationManagementAccountException";
var _NOMAEo = "NotOrganizationMasterAccountException";
var _NSW = "NotStartsWith";
var _NT = "NextToken";
var _ONIAFME = "OrganizationNotInAllFeaturesModeException";
var _ONIUE = "OrganizationsNotInUseException";
var _ONPE = "OperationNotPermittedException";
var _P = "Prompt";
var _PC = "PrefixesCompleted";
var _PF = "PrefixesFound";
var _QA = "QueryAlias";
var _QINFE = "QueryIdNotFoundException";
var _QP = "QueryParameters";
var _QPV = "QueryParameterValues";
var _QRR = "QueryResultRows";
var _QRRu = "QueryResultRow";
var _QS = "QueryStatus";
var _QSue = "QueryStatistics";
var _QSuer = "QueryStatement";
var _R = "Resources";
var _RARNNVE = "ResourceARNNotValidException";
var _RC = "ResultsCount";
var _RIL = "ResourceIdList";
var _RLe = "ResourceList";
var _RN = "ResourceName";
var _RNFE = "ResourceNotFoundException";
var _RO = "ReadOnly";
var _RPNFE = "ResourcePolicyNotFoundException";
var _RPNVE = "ResourcePolicyNotValidException";
var _RT = "ResourceType";
var _RTNSE = "ResourceTypeNotSupportedException";
var _RW = "RequestWidget";
var _RWT = "ReadWriteType";
var _Re = "Resource";
var _SBARA = "S3BucketAccessRoleArn";
var _SBDNEE = "S3BucketDoesNotExistException";
var _SBR = "S3BucketRegion";
var _SDRR = "StartDashboardRefreshRequest";
var _SET = "StartEventTime";
var _SIR = "StartImportRequest";
var _SIRt = "StartImportResponse";
var _SIRtop = "StopImportResponse";
var _SIS = "S3ImportSource";
var _SLU = "S3LocationUri";
var _SQEE = "ServiceQuotaExceededException";
var _SQR = "StartQueryRequest";
var _ST = "StartTime";
var _SW = "StartsWith";
var _S_ = "S3";
var _T = "Templates";
var _TAEE = "TrailAlreadyExistsException";
var _TARN = "TrailARN";
var _TE = "ThrottlingException";
var _TLEE = "TagsLimitExceededException";
var _TNFE = "TrailNotFoundException";
var _TNPE = "TrailNotProvidedException";
var _TRC = "TotalResultsCount";
var _Ti = "Timestamps";
var _Ty = "Type";
var _U = "Username";
var _UOE = "UnsupportedOperationException";
var _UT = "UpdatedTimestamp";
var _V = "Values";
var _VP = "ViewProperties";
var _Wi = "Widget";
var _aQE = "awsQueryError";
var _c = "client";
var _e = "error";
var _hE = "httpError";
var _iST = "includeShadowTrails";
var _s = "smithy.ts.sdk.synthetic.com.amazonaws.cloudtrail";
var _tNL = "trailNameList";
var n0 = "com.amazonaws.cloudtrail";
var _s_registry = TypeRegistry.for(_s);
var CloudTrailServiceException$ = [-3, _s, "CloudTrailServiceException", 0, [], []];
_s_registry.registerError(CloudTrailServiceException$, CloudTrailServiceException);
var n0_registry = TypeRegistry.for(n0);
var AccessDeniedException$ = [
  -3,
  n0,
  _ADE,
  { [_aQE]: [`ResourceAccessDenied`, 403], [_e]: _c, [_hE]: 403 },
  [_M],
  [0]
];
n0_registry.registerError(AccessDeniedException$, AccessDeniedException);
var AccountHasOngoingImportException$ = [
  -3,
  n0,
  _AHOIE,
  { [_aQE]: [`AccountHasOngoingImport`, 400], [_e]: _c, [_hE]: 400 },
  [_M],
  [0]
];
n0_registry.registerError(AccountHasOngoingImportException$, AccountHasOngoingImportException);
var AccountNotFoundException$ = [
  -3,
  n0,
  _ANFE,
  { [_aQE]: [`AccountNotFound`, 404], [_e]: _c, [_hE]: 404 },
  [_M],
  [0]
];
n0_registry.registerError(AccountNotFoundException$, AccountNotFoundException);
var AccountNotRegisteredException$ = [
  -3,
  n0,
  _ANRE,
  { [_aQE]: [`AccountNotRegistered`, 400], [_e]: _c, [_hE]: 400 },
  [_M],
  [0]
];
n0_registry.registerError(AccountNotRegisteredException$, AccountNotRegisteredException);
var AccountRegisteredException$ = [
  -3,
  n0,
  _ARE,
  { [_aQE]: [`AccountRegistered`, 400], [_e]: _c, [_hE]: 400 },
  [_M],
  [0]
];
n0_registry.registerError(AccountRegisteredException$, AccountRegisteredException);
var CannotDelegateManagementAccountException$ = [
  -3,
  n0,
  _CDMAE,
  { [_aQE]: [`CannotDelegateManagementAccount`, 400], [_e]: _c, [_hE]: 400 },
  [_M],
  [0]
];
n0_registry.registerError(CannotDelegateManagementAccountException$, CannotDelegateManagementAccountException);
var ChannelAlreadyExistsException$ = [
  -3,
  n0,
  _CAEE,
  { [_aQE]: [`ChannelAlreadyExists`, 400], [_e]: _c, [_hE]: 400 },
  [_M],
  [0]
];
n0_registry.registerError(ChannelAlreadyExistsException$, ChannelAlreadyExistsException);
var ChannelARNInvalidException$ = [
  -3,
  n0,
  _CARNIE,
  { [_aQE]: [`ChannelARNInvalid`, 400], [_e]: _c, [_hE]: 400 },
  [_M],
  [0]
];
n0_registry.registerError(ChannelARNInvalidException$, ChannelARNInvalidException);
var ChannelExistsForEDSException$ = [
  -3,
  n0,
  _CEFEDSE,
  { [_aQE]: [`ChannelExistsForEDS`, 400], [_e]: _c, [_hE]: 400 },
  [_M],
  [0]
];
n0_registry.registerError(ChannelExistsForEDSException$, ChannelExistsForEDSException);
var ChannelMaxLimitExceededException$ = [
  -3,
  n0,
  _CMLEE,
  { [_aQE]: [`ChannelMaxLimitExceeded`, 400], [_e]: _c, [_hE]: 400 },
  [_M],
  [0]
];
n0_registry.registerError(ChannelMaxLimitExceededException$, ChannelMaxLimitExceededException);
var ChannelNotFoundException$ = [
  -3,
  n0,
  _CNFE,
  { [_aQE]: [`ChannelNotFound`, 404], [_e]: _c, [_hE]: 404 },
  [_M],
  [0]
];
n0_registry.registerError(ChannelNotFoundException$, ChannelNotFoundException);
var CloudTrailAccessNotEnabledException$ = [
  -3,
  n0,
  _CTANEE,
  { [_aQE]: [`CloudTrailAccessNotEnabled`, 400], [_e]: _c, [_hE]: 400 },
  [_M],
  [0]
];
n0_registry.registerError(CloudTrailAccessNotEnabledException$, CloudTrailAccessNotEnabledException);
var CloudTrailARNInvalidException$ = [
  -3,
  n0,
  _CTARNIE,
  { [_aQE]: [`CloudTrailARNInvalid`, 400], [_e]: _c, [_hE]: 400 },
  [_M],
  [0]
];
n0_registry.registerError(CloudTrailARNInvalidException$, CloudTrailARNInvalidException);
var CloudTrailInvalidClientTokenIdException$ = [
  -3,
  n0,
  _CTICTIE,
  { [_aQE]: [`CloudTrailInvalidClientTokenId`, 400], [_e]: _c, [_hE]: 400 },
  [_M],
  [0]
];
n0_registry.registerError(CloudTrailInvalidClientTokenIdException$, CloudTrailInvalidClientTokenIdException);
var CloudWatchLogsDeliveryUnavailableException$ = [
  -3,
  n0,
  _CWLDUE,
  { [_aQE]: [`CloudWatchLogsDeliveryUnavailable`, 400], [_e]: _c, [_hE]: 400 },
  [_M],
  [0]
];
n0_registry.registerError(CloudWatchLogsDeliveryUnavailableException$, CloudWatchLogsDeliveryUnavailableException);
var ConcurrentModificationException$ = [
  -3,
  n0,
  _CME,
  { [_aQE]: [`ConcurrentModification`, 400], [_e]: _c, [_hE]: 400 },
  [_M],
  [0]
];
n0_registry.registerError(ConcurrentModificationException$, ConcurrentModificationException);
var ConflictException$ = [
  -3,
  n0,
  _CE,
  { [_aQE]: [`ConflictException`, 409], [_e]: _c, [_hE]: 409 },
  [_M],
  [0]
];
n0_registry.registerError(ConflictException$, ConflictException);
var DelegatedAdminAccountLimitExceededException$ = [
  -3,
  n0,
  _DAALEE,
  { [_aQE]: [`DelegatedAdminAccountLimitExceeded`, 400], [_e]: _c, [_hE]: 400 },
  [_M],
  [0]
];
n0_registry.registerError(DelegatedAdminAccountLimitExceededException$, DelegatedAdminAccountLimitExceededException);
var EventDataStoreAlreadyExistsException$ = [
  -3,
  n0,
  _EDSAEE,
  { [_aQE]: [`EventDataStoreAlreadyExists`, 400], [_e]: _c, [_hE]: 400 },
  [_M],
  [0]
];
n0_registry.registerError(EventDataStoreAlreadyExistsException$, EventDataStoreAlreadyExistsException);
var EventDataStoreARNInvalidException$ = [
  -3,
  n0,
  _EDSARNIE,
  { [_aQE]: [`EventDataStoreARNInvalid`, 400], [_e]: _c, [_hE]: 400 },
  [_M],
  [0]
];
n0_registry.registerError(EventDataStoreARNInvalidException$, EventDataStoreARNInvalidException);
var EventDataStoreFederationEnabledException$ = [
  -3,
  n0,
  _EDSFEE,
  { [_aQE]: [`EventDataStoreFederationEnabled`, 400], [_e]: _c, [_hE]: 400 },
  [_M],
  [0]
];
n0_registry.registerError(EventDataStoreFederationEnabledException$, EventDataStoreFederationEnabledException);
var EventDataStoreHasOngoingImportException$ = [
  -3,
  n0,
  _EDSHOIE,
  { [_aQE]: [`EventDataStoreHasOngoingImport`, 400], [_e]: _c, [_hE]: 400 },
  [_M],
  [0]
];
n0_registry.registerError(EventDataStoreHasOngoingImportException$, EventDataStoreHasOngoingImportException);
var EventDataStoreMaxLimitExceededException$ = [
  -3,
  n0,
  _EDSMLEE,
  { [_aQE]: [`EventDataStoreMaxLimitExceeded`, 400], [_e]: _c, [_hE]: 400 },
  [_M],
  [0]
];
n0_registry.registerError(EventDataStoreMaxLimitExceededException$, EventDataStoreMaxLimitExceededException);
var EventDataStoreNotFoundException$ = [
  -3,
  n0,
  _EDSNFE,
  { [_aQE]: [`EventDataStoreNotFound`, 404], [_e]: _c, [_hE]: 404 },
  [_M],
  [0]
];
n0_registry.registerError(EventDataStoreNotFoundException$, EventDataStoreNotFoundException);
var EventDataStoreTerminationProtectedException$ = [
  -3,
  n0,
  _EDSTPE,
  { [_aQE]: [`EventDataStoreTerminationProtectedException`, 400], [_e]: _c, [_hE]: 400 },
  [_M],
  [0]
];
n0_registry.registerError(EventDataStoreTerminationProtectedException$, EventDataStoreTerminationProtectedException);
var GenerateResponseException$ = [
  -3,
  n0,
  _GRE,
  { [_aQE]: [`GenerateResponse`, 400], [_e]: _c, [_hE]: 400 },
  [_M],
  [0]
];
n0_registry.registerError(GenerateResponseException$, GenerateResponseException);
var ImportNotFoundException$ = [
  -3,
  n0,
  _INFE,
  { [_aQE]: [`ImportNotFound`, 404], [_e]: _c, [_hE]: 404 },
  [_M],
  [0]
];
n0_registry.registerError(ImportNotFoundException$, ImportNotFoundException);
var InactiveEventDataStoreException$ = [
  -3,
  n0,
  _IEDSE,
  { [_aQE]: [`InactiveEventDataStore`, 400], [_e]: _c, [_hE]: 400 },
  [_M],
  [0]
];
n0_registry.registerError(InactiveEventDataStoreException$, InactiveEventDataStoreException);
var InactiveQueryException$ = [
  -3,
  n0,
  _IQE,
  { [_aQE]: [`InactiveQuery`, 400], [_e]: _c, [_hE]: 400 },
  [_M],
  [0]
];
n0_registry.registerError(InactiveQueryException$, InactiveQueryException);
var InsightNotEnabledException$ = [
  -3,
  n0,
  _INEE,
  { [_aQE]: [`InsightNotEnabled`, 400], [_e]: _c, [_hE]: 400 },
  [_M],
  [0]
];
n0_registry.registerError(InsightNotEnabledException$, InsightNotEnabledException);
var InsufficientDependencyServiceAccessPermissionException$ = [
  -3,
  n0,
  _IDSAPE,
  { [_aQE]: [`InsufficientDependencyServiceAccessPermission`, 400], [_e]: _c, [_hE]: 400 },
  [_M],
  [0]
];
n0_registry.registerError(InsufficientDependencyServiceAccessPermissionException$, InsufficientDependencyServiceAccessPermissionException);
var InsufficientEncryptionPolicyException$ = [
  -3,
  n0,
  _IEPE,
  { [_aQE]: [`InsufficientEncryptionPolicy`, 400], [_e]: _c, [_hE]: 400 },
  [_M],
  [0]
];
n0_registry.registerError(InsufficientEncryptionPolicyException$, InsufficientEncryptionPolicyException);
var InsufficientIAMAccessPermissionException$ = [
  -3,
  n0,
  _IIAMAPE,
  { [_aQE]: [`InsufficientIAMAccessPermission`, 400], [_e]: _c, [_hE]: 400 },
  [_M],
  [0]
];
n0_registry.registerError(InsufficientIAMAccessPermissionException$, InsufficientIAMAccessPermissionException);
var InsufficientS3BucketPolicyException$ = [
  -3,
  n0,
  _ISBPE,
  { [_aQE]: [`InsufficientS3BucketPolicy`, 403], [_e]: _c, [_hE]: 403 },
  [_M],
  [0]
];
n0_registry.registerError(InsufficientS3BucketPolicyException$, InsufficientS3BucketPolicyException);
var InsufficientSnsTopicPolicyException$ = [
  -3,
  n0,
  _ISTPE,
  { [_aQE]: [`InsufficientSnsTopicPolicy`, 403], [_e]: _c, [_hE]: 403 },
  [_M],
  [0]
];
n0_registry.registerError(InsufficientSnsTopicPolicyException$, InsufficientSnsTopicPolicyException);
var InvalidCloudWatchLogsLogGroupArnException$ = [
  -3,
  n0,
  _ICWLLGAE,
  { [_aQE]: [`InvalidCloudWatchLogsLogGroupArn`, 400], [_e]: _c, [_hE]: 400 },
  [_M],
  [0]
];
n0_registry.registerError(InvalidCloudWatchLogsLogGroupArnException$, InvalidCloudWatchLogsLogGroupArnException);
var InvalidCloudWatchLogsRoleArnException$ = [
  -3,
  n0,
  _ICWLRAE,
  { [_aQE]: [`InvalidCloudWatchLogsRoleArn`, 400], [_e]: _c, [_hE]: 400 },
  [_M],
  [0]
];
n0_registry.registerError(InvalidCloudWatchLogsRoleArnException$, InvalidCloudWatchLogsRoleArnException);
var InvalidDateRangeException$ = [
  -3,
  n0,
  _IDRE,
  { [_aQE]: [`InvalidDateRange`, 400], [_e]: _c, [_hE]: 400 },
  [_M],
  [0]
];
n0_registry.registerError(InvalidDateRangeException$, InvalidDateRangeException);
var InvalidEventCategoryException$ = [
  -3,
  n0,
  _IECE,
  { [_aQE]: [`InvalidEventCategory`, 400], [_e]: _c, [_hE]: 400 },
  [_M],
  [0]
];
n0_registry.registerError(InvalidEventCategoryException$, InvalidEventCategoryException);
var InvalidEventDataStoreCategoryException$ = [
  -3,
  n0,
  _IEDSCE,
  { [_aQE]: [`InvalidEventDataStoreCategory`, 400], [_e]: _c, [_hE]: 400 },
  [_M],
  [0]
];
n0_registry.registerError(InvalidEventDataStoreCategoryException$, InvalidEventDataStoreCategoryException);
var InvalidEventDataStoreStatusException$ = [
  -3,
  n0,
  _IEDSSE,
  { [_aQE]: [`InvalidEventDataStoreStatus`, 400], [_e]: _c, [_hE]: 400 },
  [_M],
  [0]
];
n0_registry.registerError(InvalidEventDataStoreStatusException$, InvalidEventDataStoreStatusException);
var InvalidEventSelectorsException$ = [
  -3,
  n0,
  _IESE,
  { [_aQE]: [`InvalidEventSelectors`, 400], [_e]: _c, [_hE]: 400 },
  [_M],
  [0]
];
n0_registry.registerError(InvalidEventSelectorsException$, InvalidEventSelectorsException);
var InvalidHomeRegionException$ = [
  -3,
  n0,
  _IHRE,
  { [_aQE]: [`InvalidHomeRegion`, 400], [_e]: _c, [_hE]: 400 },
  [_M],
  [0]
];
n0_registry.registerError(InvalidHomeRegionException$, InvalidHomeRegionException);
var InvalidImportSourceException$ = [
  -3,
  n0,
  _IISE,
  { [_aQE]: [`InvalidImportSource`, 400], [_e]: _c, [_hE]: 400 },
  [_M],
  [0]
];
n0_registry.registerError(InvalidImportSourceException$, InvalidImportSourceException);
var InvalidInsightSelectorsException$ = [
  -3,
  n0,
  _IISEn,
  { [_aQE]: [`InvalidInsightSelectors`, 400], [_e]: _c, [_hE]: 400 },
  [_M],
  [0]
];
n0_registry.registerError(InvalidInsightSelectorsException$, InvalidInsightSelectorsException);
var InvalidKmsKeyIdException$ = [
  -3,
  n0,
  _IKKIE,
  { [_aQE]: [`InvalidKmsKeyId`, 400], [_e]: _c, [_hE]: 400 },
  [_M],
  [0]
];
n0_registry.registerError(InvalidKmsKeyIdException$, InvalidKmsKeyIdException);
var InvalidLookupAttributesException$ = [
  -3,
  n0,
  _ILAE,
  { [_aQE]: [`InvalidLookupAttributes`, 400], [_e]: _c, [_hE]: 400 },
  [_M],
  [0]
];
n0_registry.registerError(InvalidLookupAttributesException$, InvalidLookupAttributesException);
var InvalidMaxResultsException$ = [
  -3,
  n0,
  _IMRE,
  { [_aQE]: [`InvalidMaxResults`, 400], [_e]: _c, [_hE]: 400 },
  [_M],
  [0]
];
n0_registry.registerError(InvalidMaxResultsException$, InvalidMaxResultsException);
var InvalidNextTokenException$ = [
  -3,
  n0,
  _INTE,
  { [_aQE]: [`InvalidNextToken`, 400], [_e]: _c, [_hE]: 400 },
  [_M],
  [0]
];
n0_registry.registerError(InvalidNextTokenException$, InvalidNextTokenException);
var InvalidParameterCombinationException$ = [
  -3,
  n0,
  _IPCE,
  { [_aQE]: [`InvalidParameterCombinationError`, 400], [_e]: _c, [_hE]: 400 },
  [_M],
  [0]
];
n0_registry.registerError(InvalidParameterCombinationException$, InvalidParameterCombinationException);
var InvalidParameterException$ = [
  -3,
  n0,
  _IPE,
  { [_aQE]: [`InvalidParameter`, 400], [_e]: _c, [_hE]: 400 },
  [_M],
  [0]
];
n0_registry.registerError(InvalidParameterException$, InvalidParameterException);
var InvalidQueryStatementException$ = [
  -3,
  n0,
  _IQSE,
  { [_aQE]: [`InvalidQueryStatement`, 400], [_e]: _c, [_hE]: 400 },
  [_M],
  [0]
];
n0_registry.registerError(InvalidQueryStatementException$, InvalidQueryStatementException);
var InvalidQueryStatusException$ = [
  -3,
  n0,
  _IQSEn,
  { [_aQE]: [`InvalidQueryStatus`, 400], [_e]: _c, [_hE]: 400 },
  [_M],
  [0]
];
n0_registry.registerError(InvalidQueryStatusException$, InvalidQueryStatusException);
var InvalidS3BucketNameException$ = [
  -3,
  n0,
  _ISBNE,
  { [_aQE]: [`InvalidS3BucketName`, 400], [_e]: _c, [_hE]: 400 },
  [_M],
  [0]
];
n0_registry.registerError(InvalidS3BucketNameException$, InvalidS3BucketNameException);
var InvalidS3PrefixException$ = [
  -3,
  n0,
  _ISPE,
  { [_aQE]: [`InvalidS3Prefix`, 400], [_e]: _c, [_hE]: 400 },
  [_M],
  [0]
];
n0_registry.registerError(InvalidS3PrefixException$, InvalidS3PrefixException);
var InvalidSnsTopicNameException$ = [
  -3,
  n0,
  _ISTNE,
  { [_aQE]: [`InvalidSnsTopicName`, 400], [_e]: _c, [_hE]: 400 },
  [_M],
  [0]
];
n0_registry.registerError(InvalidSnsTopicNameException$, InvalidSnsTopicNameException);
var InvalidSourceException$ = [
  -3,
  n0,
  _ISE,
  { [_aQE]: [`InvalidSource`, 400], [_e]: _c, [_hE]: 400 },
  [_M],
  [0]
];
n0_registry.registerError(InvalidSourceException$, InvalidSourceException);
var InvalidTagParameterException$ = [
  -3,
  n0,
  _ITPE,
  { [_aQE]: [`InvalidTagParameter`, 400], [_e]: _c, [_hE]: 400 },
  [_M],
  [0]
];
n0_registry.registerError(InvalidTagParameterException$, InvalidTagParameterException);
var InvalidTimeRangeException$ = [
  -3,
  n0,
  _ITRE,
  { [_aQE]: [`InvalidTimeRange`, 400], [_e]: _c, [_hE]: 400 },
  [_M],
  [0]
];
n0_registry.registerError(InvalidTimeRangeException$, InvalidTimeRangeException);
var InvalidTokenException$ = [
  -3,
  n0,
  _ITE,
  { [_aQE]: [`InvalidToken`, 400], [_e]: _c, [_hE]: 400 },
  [_M],
  [0]
];
n0_registry.registerError(InvalidTokenException$, InvalidTokenException);
var InvalidTrailNameException$ = [
  -3,
  n0,
  _ITNE,
  { [_aQE]: [`InvalidTrailName`, 400], [_e]: _c, [_hE]: 400 },
  [_M],
  [0]
];
n0_registry.registerError(InvalidTrailNameException$, InvalidTrailNameException);
var KmsException$ = [
  -3,
  n0,
  _KE,
  { [_aQE]: [`KmsException`, 400], [_e]: _c, [_hE]: 400 },
  [_M],
  [0]
];
n0_registry.registerError(KmsException$, KmsException);
var KmsKeyDisabledException$ = [
  -3,
  n0,
  _KKDE,
  { [_aQE]: [`KmsKeyDisabled`, 400], [_e]: _c, [_hE]: 400 },
  [_M],
  [0]
];
n0_registry.registerError(KmsKeyDisabledException$, KmsKeyDisabledException);
var KmsKeyNotFoundException$ = [
  -3,
  n0,
  _KKNFE,
  { [_aQE]: [`KmsKeyNotFound`, 400], [_e]: _c, [_hE]: 400 },
  [_M],
  [0]
];
n0_registry.registerError(KmsKeyNotFoundException$, KmsKeyNotFoundException);
var MaxConcurrentQueriesException$ = [
  -3,
  n0,
  _MCQE,
  { [_aQE]: [`MaxConcurrentQueries`, 429], [_e]: _c, [_hE]: 429 },
  [_M],
  [0]
];
n0_registry.registerError(MaxConcurrentQueriesException$, MaxConcurrentQueriesException);
var MaximumNumberOfTrailsExceededException$ = [
  -3,
  n0,
  _MNOTEE,
  { [_aQE]: [`MaximumNumberOfTrailsExceeded`, 403], [_e]: _c, [_hE]: 403 },
  [_M],
  [0]
];
n0_registry.registerError(MaximumNumberOfTrailsExceededException$, MaximumNumberOfTrailsExceededException);
var NoManagementAccountSLRExistsException$ = [
  -3,
  n0,
  _NMASLREE,
  { [_aQE]: [`NoManagementAccountSLRExists`, 403], [_e]: _c, [_hE]: 403 },
  [_M],
  [0]
];
n0_registry.registerError(NoManagementAccountSLRExistsException$, NoManagementAccountSLRExistsException);
var NotOrganizationManagementAccountException$ = [
  -3,
  n0,
  _NOMAE,
  { [_aQE]: [`NotOrganizationManagementAccount`, 403], [_e]: _c, [_hE]: 403 },
  [_M],
  [0]
];
n0_registry.registerError(NotOrganizationManagementAccountException$, NotOrganizationManagementAccountException);
var NotOrganizationMasterAccountException$ = [
  -3,
  n0,
  _NOMAEo,
  { [_aQE]: [`NotOrganizationMasterAccount`, 400], [_e]: _c, [_hE]: 400 },
  [_M],
  [0]
];
n0_registry.registerError(NotOrganizationMasterAccountException$, NotOrganizationMasterAccountException);
var OperationNotPermittedException$ = [
  -3,
  n0,
  _ONPE,
  { [_aQE]: [`OperationNotPermitted`, 400], [_e]: _c, [_hE]: 400 },
  [_M],
  [0]
];
n0_registry.registerError(OperationNotPermittedException$, OperationNotPermittedException);
var OrganizationNotInAllFeaturesModeException$ = [
  -3,
  n0,
  _ONIAFME,
  { [_aQE]: [`OrganizationNotInAllFeaturesMode`, 400], [_e]: _c, [_hE]: 400 },
  [_M],
  [0]
];
n0_registry.registerError(OrganizationNotInAllFeaturesModeException$, OrganizationNotInAllFeaturesModeException);
var OrganizationsNotInUseException$ = [
  -3,
  n0,
  _ONIUE,
  { [_aQE]: [`OrganizationsNotInUse`, 404], [_e]: _c, [_hE]: 404 },
  [_M],
  [0]
];
n0_registry.registerError(OrganizationsNotInUseException$, OrganizationsNotInUseException);
var QueryIdNotFoundException$ = [
  -3,
  n0,
  _QINFE,
  { [_aQE]: [`QueryIdNotFound`, 404], [_e]: _c, [_hE]: 404 },
  [_M],
  [0]
];
n0_registry.registerError(QueryIdNotFoundException$, QueryIdNotFoundException);
var ResourceARNNotValidException$ = [
  -3,
  n0,
  _RARNNVE,
  { [_aQE]: [`ResourceARNNotValid`, 400], [_e]: _c, [_hE]: 400 },
  [_M],
  [0]
];
n0_registry.registerError(ResourceARNNotValidException$, ResourceARNNotValidException);
var ResourceNotFoundException$ = [
  -3,
  n0,
  _RNFE,
  { [_aQE]: [`ResourceNotFound`, 400], [_e]: _c, [_hE]: 400 },
  [_M],
  [0]
];
n0_registry.registerError(ResourceNotFoundException$, ResourceNotFoundException);
var ResourcePolicyNotFoundException$ = [
  -3,
  n0,
  _RPNFE,
  { [_aQE]: [`ResourcePolicyNotFound`, 404], [_e]: _c, [_hE]: 404 },
  [_M],
  [0]
];
n0_registry.registerError(ResourcePolicyNotFoundException$, ResourcePolicyNotFoundException);
var ResourcePolicyNotValidException$ = [
  -3,
  n0,
  _RPNVE,
  { [_aQE]: [`ResourcePolicyNotValid`, 400], [_e]: _c, [_hE]: 400 },
  [_M],
  [0]
];
n0_registry.registerError(ResourcePolicyNotValidException$, ResourcePolicyNotValidException);
var ResourceTypeNotSupportedException$ = [
  -3,
  n0,
  _RTNSE,
  { [_aQE]: [`ResourceTypeNotSupported`, 400], [_e]: _c, [_hE]: 400 },
  [_M],
  [0]
];
n0_registry.registerError(ResourceTypeNotSupportedException$, ResourceTypeNotSupportedException);
var S3BucketDoesNotExistException$ = [
  -3,
  n0,
  _SBDNEE,
  { [_aQE]: [`S3BucketDoesNotExist`, 404], [_e]: _c, [_hE]: 404 },
  [_M],
  [0]
];
n0_registry.registerError(S3BucketDoesNotExistException$, S3BucketDoesNotExistException);
var ServiceQuotaExceededException$ = [
  -3,
  n0,
  _SQEE,
  { [_aQE]: [`ServiceQuotaExceeded`, 400], [_e]: _c, [_hE]: 400 },
  [_M],
  [0]
];
n0_registry.registerError(ServiceQuotaExceededException$, ServiceQuotaExceededException);
var TagsLimitExceededException$ = [
  -3,
  n0,
  _TLEE,
  { [_aQE]: [`TagsLimitExceeded`, 400], [_e]: _c, [_hE]: 400 },
  [_M],
  [0]
];
n0_registry.registerError(TagsLimitExceededException$, TagsLimitExceededException);
var ThrottlingException$ = [
  -3,
  n0,
  _TE,
  { [_aQE]: [`ThrottlingException`, 429], [_e]: _c, [_hE]: 429 },
  [_M],
  [0]
];
n0_registry.registerError(ThrottlingException$, ThrottlingException);
var TrailAlreadyExistsException$ = [
  -3,
  n0,
  _TAEE,
  { [_aQE]: [`TrailAlreadyExists`, 400], [_e]: _c, [_hE]: 400 },
  [_M],
  [0]
];
n0_registry.registerError(TrailAlreadyExistsException$, TrailAlreadyExistsException);
var TrailNotFoundException$ = [
  -3,
  n0,
  _TNFE,
  { [_aQE]: [`TrailNotFound`, 404], [_e]: _c, [_hE]: 404 },
  [_M],
  [0]
];
n0_registry.registerError(TrailNotFoundException$, TrailNotFoundException);
var TrailNotProvidedException$ = [
  -3,
  n0,
  _TNPE,
  { [_aQE]: [`TrailNotProvided`, 404], [_e]: _c, [_hE]: 404 },
  [_M],
  [0]
];
n0_registry.registerError(TrailNotProvidedException$, TrailNotProvidedException);
var UnsupportedOperationException$ = [
  -3,
  n0,
  _UOE,
  { [_aQE]: [`UnsupportedOperation`, 400], [_e]: _c, [_hE]: 400 },
  [_M],
  [0]
];
n0_registry.registerError(UnsupportedOperationException$, UnsupportedOperationException);
var errorTypeRegistries = [
  _s_registry,
  n0_registry
];
var AdvancedFieldSelector$ = [
  3,
  n0,
  _AFS,
  0,
  [_F, _E, _SW, _EW, _NE, _NSW, _NEW],
  [0, 64 | 0, 64 | 0, 64 | 0, 64 | 0, 64 | 0, 64 | 0],
  1
];
var AggregationConfiguration$ = [
  3,
  n0,
  _AC,
  0,
  [_T, _EC],
  [64 | 0, 0],
  2
];
var ContextKeySelector$ = [
  3,
  n0,
  _CKS,
  0,
  [_Ty, _E],
  [0, 64 | 0],
  2
];
var DataResource$ = [
  3,
  n0,
  _DR,
  0,
  [_Ty, _V],
  [0, 64 | 0]
];
var DescribeTrailsRequest$ = [
  3,
  n0,
  _DTRes,
  0,
  [_tNL, _iST],
  [64 | 0, 2]
];
var Event$ = [
  3,
  n0,
  _Ev,
  0,
  [_EI, _EN, _RO, _AKI, _ET, _ES, _U, _R, _CTE],
  [0, 0, 0, 0, 4, 0, 0, () => ResourceList, 0]
];
var EventSelector$ = [
  3,
  n0,
  _ESv,
  0,
  [_RWT, _IME, _DRa, _EMES],
  [0, 2, () => DataResources, 64 | 0]
];
var GenerateQueryRequest$ = [
  3,
  n0,
  _GQR,
  0,
  [_EDSv, _P],
  [64 | 0, 0],
  2
];
var GetImportResponse$ = [
  3,
  n0,
  _GIRe,
  0,
  [_II, _D, _ISm, _SET, _EET, _ISmp, _CT, _UT, _ISmpo],
  [0, 64 | 0, () => ImportSource$, 4, 4, 0, 4, 4, () => ImportStatistics$]
];
var GetQueryResultsResponse$ = [
  3,
  n0,
  _GQRRe,
  0,
  [_QS, _QSue, _QRR, _NT, _EM],
  [0, () => QueryStatistics$, [1, n0, _QRR, 0, [1, n0, _QRRu, 0, 128 | 0]], 0, 0]
];
var ImportsListItem$ = [
  3,
  n0,
  _ILI,
  0,
  [_II, _ISmp, _D, _CT, _UT],
  [0, 0, 64 | 0, 4, 4]
];
var ImportSource$ = [
  3,
  n0,
  _ISm,
  0,
  [_S_],
  [() => S3ImportSource$],
  1
];
var ImportStatistics$ = [
  3,
  n0,
  _ISmpo,
  0,
  [_PF, _PC, _FC, _ECv, _FE],
  [1, 1, 1, 1, 1]
];
var InsightSelector$ = [
  3,
  n0,
  _ISns,
  0,
  [_IT, _ECve],
  [0, 64 | 0]
];
var ListInsightsDataRequest$ = [
  3,
  n0,
  _LIDR,
  0,
  [_ISnsi, _DT, _Di, _ST, _ETn, _MR, _NT],
  [0, 0, 128 | 0, 4, 4, 1, 0],
  2
];
var ListInsightsMetricDataResponse$ = [
  3,
  n0,
  _LIMDRi,
  0,
  [_TARN, _ES, _EN, _IT, _ECr, _Ti, _V, _NT],
  [0, 0, 0, 0, 0, 64 | 4, 64 | 1, 0]
];
var ListTagsRequest$ = [
  3,
  n0,
  _LTR,
  0,
  [_RIL, _NT],
  [64 | 0, 0],
  1
];
var LookupAttribute$ = [
  3,
  n0,
  _LA,
  0,
  [_AK, _AV],
  [0, 0],
  2
];
var LookupEventsRequest$ = [
  3,
  n0,
  _LER,
  0,
  [_LAo, _ST, _ETn, _EC, _MR, _NT],
  [() => LookupAttributesList, 4, 4, 0, 1, 0]
];
var LookupEventsResponse$ = [
  3,
  n0,
  _LERo,
  0,
  [_Eve, _NT],
  [() => EventsList, 0]
];
var QueryStatistics$ = [
  3,
  n0,
  _QSue,
  0,
  [_RC, _TRC, _BS],
  [1, 1, 1]
];
var RequestWidget$ = [
  3,
  n0,
  _RW,
  0,
  [_QSuer, _VP, _QP],
  [0, 128 | 0, 64 | 0],
  2
];
var Resource$ = [
  3,
  n0,
  _Re,
  0,
  [_RT, _RN],
  [0, 0]
];
var S3ImportSource$ = [
  3,
  n0,
  _SIS,
  0,
  [_SLU, _SBR, _SBARA],
  [0, 0, 0],
  3
];
var StartDashboardRefreshRequest$ = [
  3,
  n0,
  _SDRR,
  0,
  [_DI, _QPV],
  [0, 128 | 0],
  1
];
var StartImportRequest$ = [
  3,
  n0,
  _SIR,
  0,
  [_D, _ISm, _SET, _EET, _II],
  [64 | 0, () => ImportSource$, 4, 4, 0]
];
var StartImportResponse$ = [
  3,
  n0,
  _SIRt,
  0,
  [_II, _D, _ISm, _SET, _EET, _ISmp, _CT, _UT],
  [0, 64 | 0, () => ImportSource$, 4, 4, 0, 4, 4]
];
var StartQueryRequest$ = [
  3,
  n0,
  _SQR,
  0,
  [_QSuer, _DSU, _QA, _QP, _EDSOAI],
  [0, 0, 0, 64 | 0, 0]
];
var StopImportResponse$ = [
  3,
  n0,
  _SIRtop,
  0,
  [_II, _ISm, _D, _ISmp, _CT, _UT, _SET, _EET, _ISmpo],
  [0, () => ImportSource$, 64 | 0, 0, 4, 4, 4, 4, () => ImportStatistics$]
];
var Widget$ = [
  3,
  n0,
  _Wi,
  0,
  [_QA, _QSuer, _QP, _VP],
  [0, 0, 64 | 0, 128 | 0]
];
var DataResources = [
  1,
  n0,
  _DRa,
  0,
  () => DataResource$
];
var DataResourceValues = 64 | 0;
var EventDataStoreList = 64 | 0;
var EventsList = [
  1,
  n0,
  _EL,
  0,
  () => Event$
];
var ExcludeManagementEventSources = 64 | 0;
var ImportDestinations = 64 | 0;
var InsightsMetricValues = 64 | 1;
var LookupAttributesList = [
  1,
  n0,
  _LAL,
  0,
  () => LookupAttribute$
];
var Operator = 64 | 0;
var OperatorTargetList = 64 | 0;
var QueryParameters = 64 | 0;
var QueryResultRow = [
  1,
  n0,
  _QRRu,
  0,
  128 | 0
];
var QueryResultRows = [
  1,
  n0,
  _QRR,
  0,
  [1, n0, _QRRu, 0, 128 | 0]
];
var ResourceIdList = 64 | 0;
var ResourceList = [
  1,
  n0,
  _RLe,
  0,
  () => Resource$
];
var SourceEventCategories = 64 | 0;
var Templates = 64 | 0;
var Timestamps = 64 | 4;
var TrailNameList = 64 | 0;
var ListInsightsDataDimensions = 128 | 0;
var QueryParameterValues = 128 | 0;
var QueryResultColumn = 128 | 0;
var ViewPropertiesMap = 128 | 0;
var LookupEvents$ = [
  9,
  n0,
  _LE,
  2,
  () => LookupEventsRequest$,
  () => LookupEventsResponse$
];

// node_modules/@aws-sdk/client-cloudtrail/dist-es/runtimeConfig.shared.js
var getRuntimeConfig = (config) => {
  return {
    apiVersion: "2013-11-01",
    base64Decoder: config?.base64Decoder ?? fromBase64,
    base64Encoder: config?.base64Encoder ?? toBase64,
    disableHostPrefix: config?.disableHostPrefix ?? false,
    endpointProvider: config?.endpointProvider ?? defaultEndpointResolver,
    extensions: config?.extensions ?? [],
    httpAuthSchemeProvider: config?.httpAuthSchemeProvider ?? defaultCloudTrailHttpAuthSchemeProvider,
    httpAuthSchemes: config?.httpAuthSchemes ?? [
      {
        schemeId: "aws.auth#sigv4",
        identityProvider: (ipc) => ipc.getIdentityProvider("aws.auth#sigv4"),
        signer: new AwsSdkSigV4Signer()
      }
    ],
    logger: config?.logger ?? new NoOpLogger(),
    protocol: config?.protocol ?? AwsJson1_1Protocol,
    protocolSettings: config?.protocolSettings ?? {
      defaultNamespace: "com.amazonaws.cloudtrail",
      errorTypeRegistries,
      xmlNamespace: "http://cloudtrail.amazonaws.com/doc/2013-11-01/",
      version: "2013-11-01",
      serviceTarget: "CloudTrail_20131101"
    },
    serviceId: config?.serviceId ?? "CloudTrail",
    sha256: config?.sha256 ?? Sha256Node,
    urlParser: config?.urlParser ?? parseUrl,
    utf8Decoder: config?.utf8Decoder ?? fromUtf8,
    utf8Encoder: config?.utf8Encoder ?? toUtf8
  };
};

// node_modules/@aws-sdk/client-cloudtrail/dist-es/runtimeConfig.js
var getRuntimeConfig2 = (config) => {
  emitWarningIfUnsupportedVersion2(process.version);
  const defaultsMode = resolveDefaultsModeConfig(config);
  const defaultConfigProvider = () => defaultsMode().then(loadConfigsForDefaultMode);
  const clientSharedValues = getRuntimeConfig(config);
  emitWarningIfUnsupportedVersion(process.version);
  const loaderConfig = {
    profile: config?.profile,
    logger: clientSharedValues.logger
  };
  return {
    ...clientSharedValues,
    ...config,
    runtime: "node",
    defaultsMode,
    authSchemePreference: config?.authSchemePreference ?? loadConfig(NODE_AUTH_SCHEME_PREFERENCE_OPTIONS, loaderConfig),
    bodyLengthChecker: config?.bodyLengthChecker ?? calculateBodyLength,
    credentialDefaultProvider: config?.credentialDefaultProvider ?? defaultProvider,
    defaultUserAgentProvider: config?.defaultUserAgentProvider ?? createDefaultUserAgentProvider({ serviceId: clientSharedValues.serviceId, clientVersion: package_default.version }),
    maxAttempts: config?.maxAttempts ?? loadConfig(NODE_MAX_ATTEMPT_CONFIG_OPTIONS, config),
    region: config?.region ?? loadConfig(NODE_REGION_CONFIG_OPTIONS, { ...NODE_REGION_CONFIG_FILE_OPTIONS, ...loaderConfig }),
    requestHandler: NodeHttpHandler.create(config?.requestHandler ?? defaultConfigProvider),
    retryMode: config?.retryMode ?? loadConfig({
      ...NODE_RETRY_MODE_CONFIG_OPTIONS,
      default: async () => (await defaultConfigProvider()).retryMode || DEFAULT_RETRY_MODE
    }, config),
    streamCollector: config?.streamCollector ?? streamCollector,
    useDualstackEndpoint: config?.useDualstackEndpoint ?? loadConfig(NODE_USE_DUALSTACK_ENDPOINT_CONFIG_OPTIONS, loaderConfig),
    useFipsEndpoint: config?.useFipsEndpoint ?? loadConfig(NODE_USE_FIPS_ENDPOINT_CONFIG_OPTIONS, loaderConfig),
    userAgentAppId: config?.userAgentAppId ?? loadConfig(NODE_APP_ID_CONFIG_OPTIONS, loaderConfig)
  };
};

// node_modules/@aws-sdk/client-cloudtrail/dist-es/auth/httpAuthExtensionConfiguration.js
var getHttpAuthExtensionConfiguration = (runtimeConfig) => {
  const _httpAuthSchemes = runtimeConfig.httpAuthSchemes;
  let _httpAuthSchemeProvider = runtimeConfig.httpAuthSchemeProvider;
  let _credentials = runtimeConfig.credentials;
  return {
    setHttpAuthScheme(httpAuthScheme) {
      const index = _httpAuthSchemes.findIndex((scheme) => scheme.schemeId === httpAuthScheme.schemeId);
      if (index === -1) {
        _httpAuthSchemes.push(httpAuthScheme);
      } else {
        _httpAuthSchemes.splice(index, 1, httpAuthScheme);
      }
    },
    httpAuthSchemes() {
      return _httpAuthSchemes;
    },
    setHttpAuthSchemeProvider(httpAuthSchemeProvider) {
      _httpAuthSchemeProvider = httpAuthSchemeProvider;
    },
    httpAuthSchemeProvider() {
      return _httpAuthSchemeProvider;
    },
    setCredentials(credentials) {
      _credentials = credentials;
    },
    credentials() {
      return _credentials;
    }
  };
};
var resolveHttpAuthRuntimeConfig = (config) => {
  return {
    httpAuthSchemes: config.httpAuthSchemes(),
    httpAuthSchemeProvider: config.httpAuthSchemeProvider(),
    credentials: config.credentials()
  };
};

// node_modules/@aws-sdk/client-cloudtrail/dist-es/runtimeExtensions.js
var resolveRuntimeExtensions = (runtimeConfig, extensions) => {
  const extensionConfiguration = Object.assign(getAwsRegionExtensionConfiguration(runtimeConfig), getDefaultExtensionConfiguration(runtimeConfig), getHttpHandlerExtensionConfiguration(runtimeConfig), getHttpAuthExtensionConfiguration(runtimeConfig));
  extensions.forEach((extension) => extension.configure(extensionConfiguration));
  return Object.assign(runtimeConfig, resolveAwsRegionExtensionConfiguration(extensionConfiguration), resolveDefaultRuntimeConfig(extensionConfiguration), resolveHttpHandlerRuntimeConfig(extensionConfiguration), resolveHttpAuthRuntimeConfig(extensionConfiguration));
};

// node_modules/@aws-sdk/client-cloudtrail/dist-es/CloudTrailClient.js
var CloudTrailClient = class extends Client {
  config;
  constructor(...[configuration]) {
    const _config_0 = getRuntimeConfig2(configuration || {});
    super(_config_0);
    this.initConfig = _config_0;
    const _config_1 = resolveClientEndpointParameters(_config_0);
    const _config_2 = resolveUserAgentConfig(_config_1);
    const _config_3 = resolveRetryConfig(_config_2);
    const _config_4 = resolveRegionConfig(_config_3);
    const _config_5 = resolveHostHeaderConfig(_config_4);
    const _config_6 = resolveEndpointConfig(_config_5);
    const _config_7 = resolveHttpAuthSchemeConfig(_config_6);
    const _config_8 = resolveRuntimeExtensions(_config_7, configuration?.extensions || []);
    this.config = _config_8;
    this.middlewareStack.use(getSchemaSerdePlugin(this.config));
    this.middlewareStack.use(getUserAgentPlugin(this.config));
    this.middlewareStack.use(getRetryPlugin(this.config));
    this.middlewareStack.use(getContentLengthPlugin(this.config));
    this.middlewareStack.use(getHostHeaderPlugin(this.config));
    this.middlewareStack.use(getLoggerPlugin(this.config));
    this.middlewareStack.use(getRecursionDetectionPlugin(this.config));
    this.middlewareStack.use(getHttpAuthSchemeEndpointRuleSetPlugin(this.config, {
      httpAuthSchemeParametersProvider: defaultCloudTrailHttpAuthSchemeParametersProvider,
      identityProviderConfigProvider: async (config) => new DefaultIdentityProviderConfig({
        "aws.auth#sigv4": config.credentials
      })
    }));
    this.middlewareStack.use(getHttpSigningPlugin(this.config));
  }
  destroy() {
    super.destroy();
  }
};

// node_modules/@aws-sdk/client-cloudtrail/dist-es/commandBuilder.js
var command3 = makeBuilder(commonParams, "CloudTrail_20131101", "CloudTrailClient", getEndpointPlugin);
var _ep03 = {};
var _mw03 = (Command, cs, config, o) => [];

// node_modules/@aws-sdk/client-cloudtrail/dist-es/commands/LookupEventsCommand.js
var LookupEventsCommand = class extends command3(_ep03, _mw03, "LookupEvents", LookupEvents$) {
};

// node_modules/@aws-sdk/client-cloudwatch-logs/dist-es/auth/httpAuthSchemeProvider.js
var defaultCloudWatchLogsHttpAuthSchemeParametersProvider = async (config, context, input) => {
  return {
    operation: getSmithyContext(context).operation,
    region: await normalizeProvider(config.region)() || (() => {
      throw new Error("expected `region` to be configured for `aws.auth#sigv4`");
    })()
  };
};
function createAwsAuthSigv4HttpAuthOption2(authParameters) {
  return {
    schemeId: "aws.auth#sigv4",
    signingProperties: {
      name: "logs",
      region: authParameters.region
    },
    propertiesExtractor: (config, context) => ({
      signingProperties: {
        config,
        context
      }
    })
  };
}
var defaultCloudWatchLogsHttpAuthSchemeProvider = (authParameters) => {
  const options = [];
  switch (authParameters.operation) {
    default: {
      options.push(createAwsAuthSigv4HttpAuthOption2(authParameters));
    }
  }
  return options;
};
var resolveHttpAuthSchemeConfig2 = (config) => {
  const config_0 = resolveAwsSdkSigV4Config(config);
  return Object.assign(config_0, {
    authSchemePreference: normalizeProvider(config.authSchemePreference ?? [])
  });
};

// node_modules/@aws-sdk/client-cloudwatch-logs/dist-es/endpoint/EndpointParameters.js
var resolveClientEndpointParameters2 = (options) => {
  return Object.assign(options, {
    useDualstackEndpoint: options.useDualstackEndpoint ?? false,
    useFipsEndpoint: options.useFipsEndpoint ?? false,
    defaultSigningName: "logs"
  });
};
var commonParams2 = {
  UseFIPS: { type: "builtInParams", name: "useFipsEndpoint" },
  Endpoint: { type: "builtInParams", name: "endpoint" },
  Region: { type: "builtInParams", name: "region" },
  UseDualStack: { type: "builtInParams", name: "useDualstackEndpoint" }
};

// node_modules/@aws-sdk/client-cloudwatch-logs/package.json
var package_default2 = {
  name: "@aws-sdk/client-cloudwatch-logs",
  version: "3.1169.0",
  description: "AWS SDK for JavaScript Cloudwatch Logs Client for Node.js, Browser and React Native",
  homepage: "https://github.com/aws/aws-sdk-js-v3/tree/main/clients/client-cloudwatch-logs",
  license: "Apache-2.0",
  author: {
    name: "AWS SDK for JavaScript Team",
    url: "https://aws.amazon.com/sdk-for-javascript/"
  },
  repository: {
    type: "git",
    url: "https://github.com/aws/aws-sdk-js-v3.git",
    directory: "clients/client-cloudwatch-logs"
  },
  files: [
    "dist-*/**"
  ],
  sideEffects: false,
  main: "./dist-cjs/index.js",
  module: "./dist-es/index.js",
  browser: {
    "./dist-es/runtimeConfig": "./dist-es/runtimeConfig.browser"
  },
  types: "./dist-types/index.d.ts",
  typesVersions: {
    "<4.5": {
      "dist-types/*": [
        "dist-types/ts3.4/*"
      ]
    }
  },
  "react-native": {
    "./dist-es/runtimeConfig": "./dist-es/runtimeConfig.native"
  },
  scripts: {
    build: "concurrently 'yarn:build:types' 'yarn:build:es' && yarn build:cjs",
    "build:cjs": "node ../../scripts/compilation/inline",
    "build:es": "premove dist-es && tsc -p tsconfig.es.json",
    "build:include:deps": 'yarn g:turbo run build -F="$npm_package_name"',
    "build:types": "premove dist-types && tsc -p tsconfig.types.json",
    "build:types:downlevel": "downlevel-dts dist-types dist-types/ts3.4",
    clean: "premove dist-cjs dist-es dist-types",
    "extract:docs": "api-extractor run --local",
    "generate:client": "node ../../scripts/generate-clients/single-service",
    test: "yarn g:vitest run --passWithNoTests",
    "test:watch": "yarn g:vitest watch --passWithNoTests",
    "test:integration": "yarn g:vitest run --passWithNoTests -c vitest.config.integ.mts",
    "test:integration:watch": "yarn g:vitest watch --passWithNoTests -c vitest.config.integ.mts",
    "test:e2e": "yarn g:vitest run -c vitest.config.e2e.mts",
    "test:e2e:watch": "yarn g:vitest watch -c vitest.config.e2e.mts",
    "test:index": "tsc -p tsconfig.test.json && node ./test/index-objects.spec.mjs"
  },
  dependencies: {
    "@aws-sdk/core": "^3.981.0",
    "@aws-sdk/credential-provider-node": "^3.972.97",
    "@aws-sdk/types": "^3.975.1",
    "@smithy/core": "^3.40.0",
    "@smithy/fetch-http-handler": "^5.8.1",
    "@smithy/node-http-handler": "^4.14.2",
    "@smithy/types": "^4.20.0",
    tslib: "^2.6.2"
  },
  devDependencies: {
    "@smithy/snapshot-testing": "^2.4.0",
    "@tsconfig/node20": "20.1.8",
    "@types/node": "^20.14.8",
    concurrently: "7.0.0",
    "downlevel-dts": "0.10.1",
    premove: "4.0.0",
    typescript: "~7.0.2",
    vitest: "^4.0.17"
  },
  engines: {
    node: ">=20.0.0"
  }
};

// node_modules/@aws-sdk/client-cloudwatch-logs/dist-es/endpoint/bdd.js
var m2 = "ref";
var a2 = -1;
var b2 = true;
var c2 = "isSet";
var d2 = "PartitionResult";
var e2 = "booleanEquals";
var f2 = "getAttr";
var g2 = "stringEquals";
var h2 = { [m2]: "Endpoint" };
var i2 = { [m2]: d2 };
var j2 = { [m2]: "Region" };
var k2 = {};
var l2 = [j2];
var _data2 = {
  conditions: [
    [c2, [h2]],
    [c2, l2],
    ["aws.partition", l2, d2],
    [e2, [{ [m2]: "UseFIPS" }, b2]],
    [e2, [{ [m2]: "UseDualStack" }, b2]],
    [e2, [{ fn: f2, argv: [i2, "supportsDualStack"] }, b2]],
    [e2, [{ fn: f2, argv: [i2, "supportsFIPS"] }, b2]],
    [g2, [j2, "us-gov-east-1"]],
    [g2, [j2, "us-gov-west-1"]]
  ],
  results: [
    [a2],
    [a2, "Invalid Configuration: FIPS and custom endpoint are not supported"],
    [a2, "Invalid Configuration: Dualstack and custom endpoint are not supported"],
    [h2, k2],
    ["https://logs-fips.{Region}.{PartitionResult#dualStackDnsSuffix}", k2],
    [a2, "FIPS and DualStack are enabled, but this partition does not support one or both"],
    ["https://logs.us-gov-east-1.amazonaws.com", k2],
    ["https://logs.us-gov-west-1.amazonaws.com", k2],
    ["https://logs-fips.{Region}.{PartitionResult#dnsSuffix}", k2],
    [a2, "FIPS is enabled but this partition does not support FIPS"],
    ["https://logs.{Region}.{PartitionResult#dualStackDnsSuffix}", k2],
    [a2, "DualStack is enabled but this partition does not support DualStack"],
    ["https://logs.{Region}.{PartitionResult#dnsSuffix}", k2],
    [a2, "Invalid Configuration: Missing Region"]
  ]
};
var root2 = 2;
var r2 = 1e8;
var nodes2 = new Int32Array([
  -1,
  1,
  -1,
  0,
  14,
  3,
  1,
  4,
  r2 + 13,
  2,
  5,
  r2 + 13,
  3,
  8,
  6,
  4,
  7,
  r2 + 12,
  5,
  r2 + 10,
  r2 + 11,
  4,
  12,
  9,
  6,
  10,
  r2 + 9,
  7,
  r2 + 6,
  11,
  8,
  r2 + 7,
  r2 + 8,
  5,
  13,
  r2 + 5,
  6,
  r2 + 4,
  r2 + 5,
  3,
  r2 + 1,
  15,
  4,
  r2 + 2,
  r2 + 3
]);
var bdd2 = BinaryDecisionDiagram.from(nodes2, root2, _data2.conditions, _data2.results);

// node_modules/@aws-sdk/client-cloudwatch-logs/dist-es/endpoint/endpointResolver.js
var cache2 = new EndpointCache({
  size: 50,
  params: ["Endpoint", "Region", "UseDualStack", "UseFIPS"]
});
var defaultEndpointResolver2 = (endpointParams, context = {}) => {
  return cache2.get(endpointParams, () => decideEndpoint(bdd2, {
    endpointParams,
    logger: context.logger
  }));
};
customEndpointFunctions.aws = awsEndpointFunctions;

// node_modules/@aws-sdk/client-cloudwatch-logs/dist-es/models/CloudWatchLogsServiceException.js
var CloudWatchLogsServiceException = class _CloudWatchLogsServiceException extends ServiceException {
  static shapeId = "smithy.ts.sdk.synthetic.com.amazonaws.cloudwatchlogs#CloudWatchLogsServiceException";
  constructor(options) {
    super(options);
    Object.setPrototypeOf(this, _CloudWatchLogsServiceException.prototype);
  }
};

// node_modules/@aws-sdk/client-cloudwatch-logs/dist-es/models/errors.js
var AccessDeniedException2 = class _AccessDeniedException extends CloudWatchLogsServiceException {
  static shapeId = "com.amazonaws.cloudwatchlogs#AccessDeniedException";
  name = "AccessDeniedException";
  $fault = "client";
  constructor(opts) {
    super({
      name: "AccessDeniedException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _AccessDeniedException.prototype);
  }
};
var InvalidParameterException2 = class _InvalidParameterException extends CloudWatchLogsServiceException {
  static shapeId = "com.amazonaws.cloudwatchlogs#InvalidParameterException";
  name = "InvalidParameterException";
  $fault = "client";
  constructor(opts) {
    super({
      name: "InvalidParameterException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _InvalidParameterException.prototype);
  }
};
var OperationAbortedException = class _OperationAbortedException extends CloudWatchLogsServiceException {
  static shapeId = "com.amazonaws.cloudwatchlogs#OperationAbortedException";
  name = "OperationAbortedException";
  $fault = "client";
  constructor(opts) {
    super({
      name: "OperationAbortedException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _OperationAbortedException.prototype);
  }
};
var ResourceNotFoundException2 = class _ResourceNotFoundException extends CloudWatchLogsServiceException {
  static shapeId = "com.amazonaws.cloudwatchlogs#ResourceNotFoundException";
  name = "ResourceNotFoundException";
  $fault = "client";
  constructor(opts) {
    super({
      name: "ResourceNotFoundException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _ResourceNotFoundException.prototype);
  }
};
var ServiceUnavailableException = class _ServiceUnavailableException extends CloudWatchLogsServiceException {
  static shapeId = "com.amazonaws.cloudwatchlogs#ServiceUnavailableException";
  name = "ServiceUnavailableException";
  $fault = "server";
  constructor(opts) {
    super({
      name: "ServiceUnavailableException",
      $fault: "server",
      ...opts
    });
    Object.setPrototypeOf(this, _ServiceUnavailableException.prototype);
  }
};
var InternalServerException = class _InternalServerException extends CloudWatchLogsServiceException {
  static shapeId = "com.amazonaws.cloudwatchlogs#InternalServerException";
  name = "InternalServerException";
  $fault = "server";
  constructor(opts) {
    super({
      name: "InternalServerException",
      $fault: "server",
      ...opts
    });
    Object.setPrototypeOf(this, _InternalServerException.prototype);
  }
};
var ThrottlingException2 = class _ThrottlingException extends CloudWatchLogsServiceException {
  static shapeId = "com.amazonaws.cloudwatchlogs#ThrottlingException";
  name = "ThrottlingException";
  $fault = "client";
  constructor(opts) {
    super({
      name: "ThrottlingException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _ThrottlingException.prototype);
  }
};
var ValidationException = class _ValidationException extends CloudWatchLogsServiceException {
  static shapeId = "com.amazonaws.cloudwatchlogs#ValidationException";
  name = "ValidationException";
  $fault = "client";
  constructor(opts) {
    super({
      name: "ValidationException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _ValidationException.prototype);
  }
};
var InvalidOperationException = class _InvalidOperationException extends CloudWatchLogsServiceException {
  static shapeId = "com.amazonaws.cloudwatchlogs#InvalidOperationException";
  name = "InvalidOperationException";
  $fault = "client";
  constructor(opts) {
    super({
      name: "InvalidOperationException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _InvalidOperationException.prototype);
  }
};
var ConflictException2 = class _ConflictException extends CloudWatchLogsServiceException {
  static shapeId = "com.amazonaws.cloudwatchlogs#ConflictException";
  name = "ConflictException";
  $fault = "client";
  constructor(opts) {
    super({
      name: "ConflictException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _ConflictException.prototype);
  }
};
var ServiceQuotaExceededException2 = class _ServiceQuotaExceededException extends CloudWatchLogsServiceException {
  static shapeId = "com.amazonaws.cloudwatchlogs#ServiceQuotaExceededException";
  name = "ServiceQuotaExceededException";
  $fault = "client";
  constructor(opts) {
    super({
      name: "ServiceQuotaExceededException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _ServiceQuotaExceededException.prototype);
  }
};
var LimitExceededException = class _LimitExceededException extends CloudWatchLogsServiceException {
  static shapeId = "com.amazonaws.cloudwatchlogs#LimitExceededException";
  name = "LimitExceededException";
  $fault = "client";
  constructor(opts) {
    super({
      name: "LimitExceededException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _LimitExceededException.prototype);
  }
};
var ResourceAlreadyExistsException = class _ResourceAlreadyExistsException extends CloudWatchLogsServiceException {
  static shapeId = "com.amazonaws.cloudwatchlogs#ResourceAlreadyExistsException";
  name = "ResourceAlreadyExistsException";
  $fault = "client";
  constructor(opts) {
    super({
      name: "ResourceAlreadyExistsException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _ResourceAlreadyExistsException.prototype);
  }
};
var DataAlreadyAcceptedException = class _DataAlreadyAcceptedException extends CloudWatchLogsServiceException {
  static shapeId = "com.amazonaws.cloudwatchlogs#DataAlreadyAcceptedException";
  name = "DataAlreadyAcceptedException";
  $fault = "client";
  expectedSequenceToken;
  constructor(opts) {
    super({
      name: "DataAlreadyAcceptedException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _DataAlreadyAcceptedException.prototype);
    this.expectedSequenceToken = opts.expectedSequenceToken;
  }
};
var InternalStreamingException = class _InternalStreamingException extends CloudWatchLogsServiceException {
  static shapeId = "com.amazonaws.cloudwatchlogs#InternalStreamingException";
  name = "InternalStreamingException";
  $fault = "client";
  constructor(opts) {
    super({
      name: "InternalStreamingException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _InternalStreamingException.prototype);
  }
};
var InvalidSequenceTokenException = class _InvalidSequenceTokenException extends CloudWatchLogsServiceException {
  static shapeId = "com.amazonaws.cloudwatchlogs#InvalidSequenceTokenException";
  name = "InvalidSequenceTokenException";
  $fault = "client";
  expectedSequenceToken;
  constructor(opts) {
    super({
      name: "InvalidSequenceTokenException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _InvalidSequenceTokenException.prototype);
    this.expectedSequenceToken = opts.expectedSequenceToken;
  }
};
var UnrecognizedClientException = class _UnrecognizedClientException extends CloudWatchLogsServiceException {
  static shapeId = "com.amazonaws.cloudwatchlogs#UnrecognizedClientException";
  name = "UnrecognizedClientException";
  $fault = "client";
  constructor(opts) {
    super({
      name: "UnrecognizedClientException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _UnrecognizedClientException.prototype);
  }
};
var SessionStreamingException = class _SessionStreamingException extends CloudWatchLogsServiceException {
  static shapeId = "com.amazonaws.cloudwatchlogs#SessionStreamingException";
  name = "SessionStreamingException";
  $fault = "client";
  constructor(opts) {
    super({
      name: "SessionStreamingException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _SessionStreamingException.prototype);
  }
};
var SessionTimeoutException = class _SessionTimeoutException extends CloudWatchLogsServiceException {
  static shapeId = "com.amazonaws.cloudwatchlogs#SessionTimeoutException";
  name = "SessionTimeoutException";
  $fault = "client";
  constructor(opts) {
    super({
      name: "SessionTimeoutException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _SessionTimeoutException.prototype);
  }
};
var MalformedQueryException = class _MalformedQueryException extends CloudWatchLogsServiceException {
  static shapeId = "com.amazonaws.cloudwatchlogs#MalformedQueryException";
  name = "MalformedQueryException";
  $fault = "client";
  queryCompileError;
  constructor(opts) {
    super({
      name: "MalformedQueryException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _MalformedQueryException.prototype);
    this.queryCompileError = opts.queryCompileError;
  }
};
var TooManyTagsException = class _TooManyTagsException extends CloudWatchLogsServiceException {
  static shapeId = "com.amazonaws.cloudwatchlogs#TooManyTagsException";
  name = "TooManyTagsException";
  $fault = "client";
  resourceName;
  constructor(opts) {
    super({
      name: "TooManyTagsException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _TooManyTagsException.prototype);
    this.resourceName = opts.resourceName;
  }
};

// node_modules/@aws-sdk/client-cloudwatch-logs/dist-es/schemas/schemas_0.js
var _A = "Anomaly";
var _AD = "AnomalyDetector";
var _ADE2 = "AccessDeniedException";
var _AF = "AllowedFields";
var _AK2 = "AddKeys";
var _AKE = "AddKeyEntry";
var _AKEd = "AddKeyEntries";
var _CDR = "CreateDeliveryRequest";
var _CE2 = "ConflictException";
var _CLADR = "CreateLogAnomalyDetectorRequest";
var _CLGR = "CreateLogGroupRequest";
var _CLTR = "CreateLookupTableRequest";
var _CSQR = "CreateScheduledQueryRequest";
var _CSV = "CSV";
var _CT2 = "ConfigurationTemplate";
var _CTDCV = "ConfigurationTemplateDeliveryConfigValues";
var _CV = "CopyValue";
var _CVE = "CopyValueEntry";
var _CVEo = "CopyValueEntries";
var _D2 = "Delivery";
var _DAAE = "DataAlreadyAcceptedException";
var _DAPRes = "DescribeAccountPoliciesRequest";
var _DC = "DestinationConfiguration";
var _DCTR = "DescribeConfigurationTemplatesRequest";
var _DD = "DeliveryDestination";
var _DDC = "DeliveryDestinationConfiguration";
var _DDDRe = "DescribeDeliveryDestinationsRequest";
var _DDRes = "DescribeDeliveriesRequest";
var _DDSRe = "DescribeDeliverySourcesRequest";
var _DFIR = "DescribeFieldIndexesRequest";
var _DIPRes = "DescribeIndexPoliciesRequest";
var _DITBR = "DescribeImportTaskBatchesRequest";
var _DK = "DeleteKeys";
var _DLGRe = "DescribeLogGroupsRequest";
var _DLGRes = "DescribeLogGroupsResponse";
var _DLGe = "DescribeLogGroups";
var _DSCS = "DeliverySourceConfigurationSchema";
var _DSCSe = "DeliverySourceConfigurationSchemas";
var _DSF = "DataSourceFilter";
var _DSFa = "DataSourceFilters";
var _DSe = "DeliverySource";
var _DTC = "DateTimeConverter";
var _E2 = "Entity";
var _FD = "FieldsData";
var _FLER = "FilterLogEventsRequest";
var _G = "Grok";
var _GLADRe = "GetLogAnomalyDetectorResponse";
var _GLO = "GetLogObject";
var _GLOR = "GetLogObjectRequest";
var _GLORS = "GetLogObjectResponseStream";
var _GLORe = "GetLogObjectResponse";
var _GLRRe = "GetLogRecordResponse";
var _GQR2 = "GetQueryResults";
var _GQRR = "GetQueryResultsRequest";
var _GQRRe2 = "GetQueryResultsResponse";
var _GSQHR = "GetScheduledQueryHistoryRequest";
var _GSQRe = "GetScheduledQueryResponse";
var _IOE = "InvalidOperationException";
var _IPE2 = "InvalidParameterException";
var _ISE2 = "InternalServerException";
var _ISEn = "InternalStreamingException";
var _ISTE = "InvalidSequenceTokenException";
var _LALGSR = "ListAggregateLogGroupSummariesRequest";
var _LCS = "LowerCaseString";
var _LE2 = "LogEvent";
var _LEE = "LimitExceededException";
var _LG = "LogGroup";
var _LGo = "LogGroups";
var _LLGFQRi = "ListLogGroupsForQueryResponse";
var _LLGR = "ListLogGroupsRequest";
var _LSo = "LogSamples";
var _LT = "LookupTable";
var _LTC = "LookupTableConfiguration";
var _LTFRRi = "ListTagsForResourceResponse";
var _LTLGRi = "ListTagsLogGroupResponse";
var _LTM = "ListToMap";
var _LTSLE = "LiveTailSessionLogEvent";
var _LTSM = "LiveTailSessionMetadata";
var _LTSR = "LiveTailSessionResults";
var _LTSS = "LiveTailSessionStart";
var _LTSU = "LiveTailSessionUpdate";
var _MF = "MetricFilter";
var _MFMR = "MetricFilterMatchRecord";
var _MK = "MoveKeys";
var _MKE = "MoveKeyEntry";
var _MKEo = "MoveKeyEntries";
var _MQE = "MalformedQueryException";
var _MT = "MetricTransformation";
var _MTe = "MetricTransformations";
var _OAE = "OperationAbortedException";
var _OSRC = "OpenSearchResourceConfig";
var _PC2 = "ParseCloudfront";
var _PDDR = "PutDeliveryDestinationRequest";
var _PDR = "PutDestinationRequest";
var _PDSR = "PutDeliverySourceRequest";
var _PJSON = "ParseJSON";
var _PKV = "ParseKeyValue";
var _PMFR = "PutMetricFilterRequest";
var _PP = "ParsePostgres";
var _PQDR = "PutQueryDefinitionRequest";
var _PR = "ParseRoute53";
var _PSFR = "PutSubscriptionFilterRequest";
var _PT = "PatternToken";
var _PTOCSF = "ParseToOCSF";
var _PTa = "PatternTokens";
var _PVPC = "ParseVPC";
var _PWAF = "ParseWAF";
var _Pr = "Processor";
var _Pro = "Processors";
var _QCE = "QueryCompileError";
var _QCEL = "QueryCompileErrorLocation";
var _QD = "QueryDefinition";
var _QP2 = "QueryParameter";
var _QPL = "QueryParameterList";
var _QR = "QueryResults";
var _QS2 = "QueryStatistics";
var _RAEE = "ResourceAlreadyExistsException";
var _RF = "RecordField";
var _RFe = "ResultField";
var _RK = "RenameKeys";
var _RKE = "RenameKeyEntry";
var _RKEe = "RenameKeyEntries";
var _RNFE2 = "ResourceNotFoundException";
var _RR = "ResultRows";
var _SC = "S3Configuration";
var _SDC = "S3DeliveryConfiguration";
var _SF = "SubscriptionFilter";
var _SLT = "StartLiveTail";
var _SLTR = "StartLiveTailRequest";
var _SLTRS = "StartLiveTailResponseStream";
var _SLTRt = "StartLiveTailResponse";
var _SQ = "StartQuery";
var _SQEE2 = "ServiceQuotaExceededException";
var _SQR2 = "StartQueryRequest";
var _SQRt = "StartQueryResponse";
var _SQRto = "StopQueryRequest";
var _SQRtop = "StopQueryResponse";
var _SQt = "StopQuery";
var _SS = "SplitString";
var _SSE = "SessionStreamingException";
var _SSEp = "SplitStringEntry";
var _SSEpl = "SplitStringEntries";
var _SSEu = "SubstituteStringEntry";
var _SSEub = "SubstituteStringEntries";
var _SSu = "SubstituteString";
var _STE = "SessionTimeoutException";
var _STI = "S3TablesIntegration";
var _SUE = "ServiceUnavailableException";
var _TC = "TypeConverter";
var _TCE = "TypeConverterEntry";
var _TCEy = "TypeConverterEntries";
var _TE2 = "ThrottlingException";
var _TF = "TagFilter";
var _TFa = "TagFilters";
var _TLGR = "TagLogGroupRequest";
var _TMFR = "TestMetricFilterRequest";
var _TMTE = "TooManyTagsException";
var _TRR = "TagResourceRequest";
var _TS = "TrimString";
var _TTR = "TestTransformerRequest";
var _UCE = "UnrecognizedClientException";
var _UCS = "UpperCaseString";
var _UDCR = "UpdateDeliveryConfigurationRequest";
var _ULGR = "UntagLogGroupRequest";
var _URR = "UntagResourceRequest";
var _USQR = "UpdateScheduledQueryRequest";
var _USQRp = "UpdateScheduledQueryResponse";
var _VE = "ValidationException";
var _a = "active";
var _aA = "applicationArn";
var _aAFAVLDFR = "allowedActionForAllowVendedLogsDeliveryForResource";
var _aDA = "anomalyDetectorArn";
var _aDS = "anomalyDetectorStatus";
var _aF = "allowedFields";
var _aFD = "allowedFieldDelimiters";
var _aIc = "accountIdentifiers";
var _aIn = "anomalyId";
var _aK = "addKeys";
var _aOF = "allowedOutputFormats";
var _aOTL = "applyOnTransformedLogs";
var _aSPF = "allowedSuffixPathFields";
var _aVT = "anomalyVisibilityTime";
var _ar = "arn";
var _at = "attributes";
var _bIS = "batchImportStatus";
var _bS = "bytesScanned";
var _bTAE = "bearerTokenAuthenticationEnabled";
var _c2 = "client";
var _cT = "creationTime";
var _cTS = "creationTimeStamp";
var _cTl = "clientToken";
var _cV = "copyValue";
var _co = "columns";
var _cs = "csv";
var _d = "description";
var _dA = "destinationArn";
var _dC = "destinationConfiguration";
var _dDA = "deliveryDestinationArn";
var _dDC = "deliveryDestinationConfiguration";
var _dDCV = "defaultDeliveryConfigValues";
var _dDT = "deliveryDestinationType";
var _dDTe = "deliveryDestinationTypes";
var _dI = "destinationIdentifier";
var _dK = "deleteKeys";
var _dN = "detectorName";
var _dNa = "datasourceName";
var _dNe = "destinationName";
var _dPE = "deletionProtectionEnabled";
var _dPS = "dataProtectionStatus";
var _dRA = "destinationResourceArn";
var _dSC = "deliverySourceConfiguration";
var _dSN = "deliverySourceName";
var _dSNe = "deliverySourceNames";
var _dSRA = "dataSourceRoleArn";
var _dSa = "dataSources";
var _dT = "datasourceType";
var _dTC = "dateTimeConverter";
var _dTP = "dynamicTokenPosition";
var _dV = "defaultValue";
var _dVP = "dashboardViewerPrincipals";
var _da = "data";
var _del = "delimiter";
var _des = "destination";
var _di = "dimensions";
var _dis = "distribution";
var _e2 = "error";
var _eBS = "estimatedBytesSkipped";
var _eCO = "endCharOffset";
var _eF = "evaluationFrequency";
var _eHCP = "enableHiveCompatiblePath";
var _eK = "encryptionKey";
var _eMv = "eventMessage";
var _eN = "eventNumber";
var _eRA = "executionRoleArn";
var _eRS = "estimatedRecordsSkipped";
var _eS = "executionStatuses";
var _eSF = "emitSystemFields";
var _eSFD = "emitSystemFieldDimensions";
var _eST = "expectedSequenceToken";
var _eSv = "eventSource";
var _eTO = "endTimeOffset";
var _eTn = "endTime";
var _eV = "extractedValues";
var _en = "entries";
var _end = "endpoint";
var _enu = "enumerations";
var _f = "from";
var _fD = "fieldDelimiter";
var _fE = "flattenedElement";
var _fINi = "fieldIndexNames";
var _fN = "filterName";
var _fP = "filterPattern";
var _fS = "firstSeen";
var _fSC = "fieldSelectionCriteria";
var _fSi = "fieldStream";
var _fi = "fields";
var _fie = "field";
var _fl = "flatten";
var _g = "grok";
var _gB = "groupBy";
var _h = "histogram";
var _hE2 = "httpError";
var _i = "identifier";
var _iC = "indexCategories";
var _iDs = "isDynamic";
var _iI = "importId";
var _iLA = "includeLinkedAccounts";
var _iPLS = "isPatternLevelSuppression";
var _iPn = "inheritedProperties";
var _iT = "ingestionTime";
var _iTN = "inferredTokenName";
var _id = "id";
var _in = "interleaved";
var _k = "key";
var _kA = "keyAttributes";
var _kKA = "kmsKeyArn";
var _kKI = "kmsKeyId";
var _kN = "keyName";
var _kP = "keyPrefix";
var _kVD = "keyValueDelimiter";
var _l = "locale";
var _lCS = "lowerCaseString";
var _lEFP = "logEventFilterPattern";
var _lEM = "logEventMessages";
var _lES = "lastExecutionStatus";
var _lG = "logGroups";
var _lGA = "logGroupArn";
var _lGAL = "logGroupArnList";
var _lGCo = "logGroupClass";
var _lGI = "logGroupIdentifiers";
var _lGIo = "logGroupIdentifier";
var _lGN = "logGroupName";
var _lGNP = "logGroupNamePrefix";
var _lGNPo = "logGroupNamePattern";
var _lGNo = "logGroupNames";
var _lGS = "logGroupsScanned";
var _lGT = "logGroupTags";
var _lM = "lastModified";
var _lMTS = "lastModifiedTimeStamp";
var _lOP = "logObjectPointer";
var _lR = "logRecord";
var _lS = "lastSeen";
var _lSN = "logStreamName";
var _lSNP = "logStreamNamePrefix";
var _lSNPo = "logStreamNamePrefixes";
var _lSNo = "logStreamNames";
var _lSo = "logSamples";
var _lT = "logType";
var _lTA = "lookupTableArn";
var _lTC = "lookupTableConfiguration";
var _lTM = "listToMap";
var _lTN = "lookupTableName";
var _lTT = "lastTriggeredTime";
var _lTo = "logTypes";
var _lUT = "lastUpdatedTime";
var _li = "limit";
var _lo = "location";
var _m = "message";
var _mFC = "metricFilterCount";
var _mI = "maxItems";
var _mK = "moveKeys";
var _mN = "metricName";
var _mNe = "metricNamespace";
var _mP = "matchPatterns";
var _mR = "maxResults";
var _mT = "metricTransformations";
var _mV = "minValue";
var _mVa = "maxValue";
var _mVap = "mappingVersion";
var _mVe = "metricValue";
var _ma = "match";
var _man = "mandatory";
var _n = "name";
var _nMV = "nonMatchValue";
var _nT = "nextToken";
var _na = "names";
var _oAI = "ownerAccountId";
var _oF = "outputFormat";
var _oIE = "overwriteIfExists";
var _oV = "ocsfVersion";
var _p = "priority";
var _pC = "parseCloudfront";
var _pI = "patternId";
var _pJSON = "parseJSON";
var _pKV = "parseKeyValue";
var _pN = "policyName";
var _pP = "parsePostgres";
var _pR = "patternRegex";
var _pRa = "parseRoute53";
var _pS = "patternString";
var _pT = "policyType";
var _pTOCSF = "parseToOCSF";
var _pTa = "patternTokens";
var _pVPC = "parseVPC";
var _pWAF = "parseWAF";
var _pa = "parameters";
var _qC = "quoteCharacter";
var _qCE = "queryCompileError";
var _qDI = "queryDefinitionId";
var _qI = "queryId";
var _qL = "queryLanguage";
var _qS = "queryString";
var _r = "results";
var _rA = "resourceArn";
var _rAe = "resourceArns";
var _rAo = "roleArn";
var _rC = "recordsCount";
var _rCes = "resultCount";
var _rD = "retentionDays";
var _rF = "recordFields";
var _rID = "retentionInDays";
var _rIe = "requestId";
var _rK = "renameKeys";
var _rM = "recordsMatched";
var _rN = "resourceName";
var _rPN = "retentionPolicyName";
var _rS = "recordsScanned";
var _rSe = "responseStream";
var _rT = "resourceType";
var _rTe = "resourceTypes";
var _rTen = "renameTo";
var _s2 = "smithy.ts.sdk.synthetic.com.amazonaws.cloudwatchlogs";
var _sB = "sizeBytes";
var _sBt = "storedBytes";
var _sCO = "startCharOffset";
var _sCo = "s3Configuration";
var _sD = "suppressedDate";
var _sDC = "s3DeliveryConfiguration";
var _sE = "scheduleExpression";
var _sET = "scheduleEndTime";
var _sFH = "startFromHead";
var _sI = "sessionId";
var _sM = "sessionMetadata";
var _sP = "suffixPath";
var _sQA = "scheduledQueryArn";
var _sR = "statusReason";
var _sRe = "sessionResults";
var _sST = "scheduleStartTime";
var _sSe = "sessionStart";
var _sSp = "splitString";
var _sSu = "substituteString";
var _sT = "sourceTimezone";
var _sTI = "s3TablesIntegration";
var _sTO = "startTimeOffset";
var _sTc = "scheduleType";
var _sTt = "startTime";
var _sU = "suppressedUntil";
var _sUe = "sessionUpdate";
var _sV = "supportedValues";
var _sa = "sampled";
var _se = "server";
var _ser = "service";
var _so = "source";
var _st = "state";
var _sta = "status";
var _stat = "statistics";
var _str = "streaming";
var _su = "suppressed";
var _suc = "success";
var _t = "target";
var _tA = "targetArn";
var _tB = "tableBody";
var _tC = "transformerConfig";
var _tCy = "typeConverter";
var _tF = "targetFormat";
var _tFa = "tableFields";
var _tK = "tagKeys";
var _tNa = "tableName";
var _tS = "tokenString";
var _tSr = "trimString";
var _tT = "targetTimezone";
var _ta = "tags";
var _ti = "timezone";
var _tim = "timestamp";
var _to = "to";
var _ty = "type";
var _u = "unmask";
var _uCS = "upperCaseString";
var _un = "unit";
var _v = "value";
var _vK = "valueKey";
var _vT = "valueType";
var _va = "values";
var _wK = "withKeys";
var n02 = "com.amazonaws.cloudwatchlogs";
var _s_registry2 = new TypeRegistry(_s2);
var CloudWatchLogsServiceException$ = [-3, _s2, "CloudWatchLogsServiceException", 0, [], []];
_s_registry2.registerError(CloudWatchLogsServiceException$, CloudWatchLogsServiceException);
var n0_registry2 = new TypeRegistry(n02);
var AccessDeniedException$2 = [
  -3,
  n02,
  _ADE2,
  { [_e2]: _c2 },
  [_m],
  [0]
];
n0_registry2.registerError(AccessDeniedException$2, AccessDeniedException2);
var ConflictException$2 = [
  -3,
  n02,
  _CE2,
  { [_e2]: _c2 },
  [_m],
  [0]
];
n0_registry2.registerError(ConflictException$2, ConflictException2);
var DataAlreadyAcceptedException$ = [
  -3,
  n02,
  _DAAE,
  { [_e2]: _c2 },
  [_eST, _m],
  [0, 0]
];
n0_registry2.registerError(DataAlreadyAcceptedException$, DataAlreadyAcceptedException);
var InternalServerException$ = [
  -3,
  n02,
  _ISE2,
  { [_e2]: _se, [_hE2]: 500 },
  [_m],
  [0]
];
n0_registry2.registerError(InternalServerException$, InternalServerException);
var InternalStreamingException$ = [
  -3,
  n02,
  _ISEn,
  { [_e2]: _c2 },
  [_m],
  [0]
];
n0_registry2.registerError(InternalStreamingException$, InternalStreamingException);
var InvalidOperationException$ = [
  -3,
  n02,
  _IOE,
  { [_e2]: _c2 },
  [_m],
  [0]
];
n0_registry2.registerError(InvalidOperationException$, InvalidOperationException);
var InvalidParameterException$2 = [
  -3,
  n02,
  _IPE2,
  { [_e2]: _c2 },
  [_m],
  [0]
];
n0_registry2.registerError(InvalidParameterException$2, InvalidParameterException2);
var InvalidSequenceTokenException$ = [
  -3,
  n02,
  _ISTE,
  { [_e2]: _c2 },
  [_eST, _m],
  [0, 0]
];
n0_registry2.registerError(InvalidSequenceTokenException$, InvalidSequenceTokenException);
var LimitExceededException$ = [
  -3,
  n02,
  _LEE,
  { [_e2]: _c2 },
  [_m],
  [0]
];
n0_registry2.registerError(LimitExceededException$, LimitExceededException);
var MalformedQueryException$ = [
  -3,
  n02,
  _MQE,
  { [_e2]: _c2 },
  [_qCE, _m],
  [() => QueryCompileError$, 0]
];
n0_registry2.registerError(MalformedQueryException$, MalformedQueryException);
var OperationAbortedException$ = [
  -3,
  n02,
  _OAE,
  { [_e2]: _c2 },
  [_m],
  [0]
];
n0_registry2.registerError(OperationAbortedException$, OperationAbortedException);
var ResourceAlreadyExistsException$ = [
  -3,
  n02,
  _RAEE,
  { [_e2]: _c2 },
  [_m],
  [0]
];
n0_registry2.registerError(ResourceAlreadyExistsException$, ResourceAlreadyExistsException);
var ResourceNotFoundException$2 = [
  -3,
  n02,
  _RNFE2,
  { [_e2]: _c2 },
  [_m],
  [0]
];
n0_registry2.registerError(ResourceNotFoundException$2, ResourceNotFoundException2);
var ServiceQuotaExceededException$2 = [
  -3,
  n02,
  _SQEE2,
  { [_e2]: _c2 },
  [_m],
  [0]
];
n0_registry2.registerError(ServiceQuotaExceededException$2, ServiceQuotaExceededException2);
var ServiceUnavailableException$ = [
  -3,
  n02,
  _SUE,
  { [_e2]: _se },
  [_m],
  [0]
];
n0_registry2.registerError(ServiceUnavailableException$, ServiceUnavailableException);
var SessionStreamingException$ = [
  -3,
  n02,
  _SSE,
  { [_e2]: _c2 },
  [_m],
  [0]
];
n0_registry2.registerError(SessionStreamingException$, SessionStreamingException);
var SessionTimeoutException$ = [
  -3,
  n02,
  _STE,
  { [_e2]: _c2 },
  [_m],
  [0]
];
n0_registry2.registerError(SessionTimeoutException$, SessionTimeoutException);
var ThrottlingException$2 = [
  -3,
  n02,
  _TE2,
  { [_e2]: _c2 },
  [_m],
  [0]
];
n0_registry2.registerError(ThrottlingException$2, ThrottlingException2);
var TooManyTagsException$ = [
  -3,
  n02,
  _TMTE,
  { [_e2]: _c2, [_hE2]: 400 },
  [_m, _rN],
  [0, 0]
];
n0_registry2.registerError(TooManyTagsException$, TooManyTagsException);
var UnrecognizedClientException$ = [
  -3,
  n02,
  _UCE,
  { [_e2]: _c2 },
  [_m],
  [0]
];
n0_registry2.registerError(UnrecognizedClientException$, UnrecognizedClientException);
var ValidationException$ = [
  -3,
  n02,
  _VE,
  { [_e2]: _c2 },
  [_m],
  [0]
];
n0_registry2.registerError(ValidationException$, ValidationException);
var errorTypeRegistries2 = [
  _s_registry2,
  n0_registry2
];
var AddKeyEntry$ = [
  3,
  n02,
  _AKE,
  0,
  [_k, _v, _oIE],
  [0, 0, 2],
  2
];
var AddKeys$ = [
  3,
  n02,
  _AK2,
  0,
  [_en],
  [() => AddKeyEntries],
  1
];
var Anomaly$ = [
  3,
  n02,
  _A,
  0,
  [_aIn, _pI, _aDA, _pS, _fS, _lS, _d, _a, _st, _h, _lSo, _pTa, _lGAL, _pR, _p, _su, _sD, _sU, _iPLS],
  [0, 0, 0, 0, 1, 1, 0, 2, 0, 128 | 1, () => LogSamples, () => PatternTokens, 64 | 0, 0, 0, 2, 1, 1, 2],
  13
];
var AnomalyDetector$ = [
  3,
  n02,
  _AD,
  0,
  [_aDA, _dN, _lGAL, _eF, _fP, _aDS, _kKI, _cTS, _lMTS, _aVT],
  [0, 0, 64 | 0, 0, 0, 0, 0, 1, 1, 1]
];
var ConfigurationTemplate$ = [
  3,
  n02,
  _CT2,
  0,
  [_ser, _lT, _rT, _dDT, _dDCV, _aF, _aOF, _aAFAVLDFR, _aFD, _aSPF, _dSC, _sTI],
  [0, 0, 0, 0, () => ConfigurationTemplateDeliveryConfigValues$, () => AllowedFields, 64 | 0, 0, 64 | 0, 64 | 0, () => DeliverySourceConfigurationSchemas, () => S3TablesIntegration$]
];
var ConfigurationTemplateDeliveryConfigValues$ = [
  3,
  n02,
  _CTDCV,
  0,
  [_rF, _fD, _sDC],
  [64 | 0, 0, () => S3DeliveryConfiguration$]
];
var CopyValue$ = [
  3,
  n02,
  _CV,
  0,
  [_en],
  [() => CopyValueEntries],
  1
];
var CopyValueEntry$ = [
  3,
  n02,
  _CVE,
  0,
  [_so, _t, _oIE],
  [0, 0, 2],
  2
];
var CreateDeliveryRequest$ = [
  3,
  n02,
  _CDR,
  0,
  [_dSN, _dDA, _rF, _fD, _sDC, _ta],
  [0, 0, 64 | 0, 0, () => S3DeliveryConfiguration$, 128 | 0],
  2
];
var CreateLogAnomalyDetectorRequest$ = [
  3,
  n02,
  _CLADR,
  0,
  [_lGAL, _dN, _eF, _fP, _kKI, _aVT, _ta],
  [64 | 0, 0, 0, 0, 0, 1, 128 | 0],
  1
];
var CreateLogGroupRequest$ = [
  3,
  n02,
  _CLGR,
  0,
  [_lGN, _kKI, _ta, _lGCo, _dPE],
  [0, 0, 128 | 0, 0, 2],
  1
];
var CreateLookupTableRequest$ = [
  3,
  n02,
  _CLTR,
  0,
  [_lTN, _d, _tB, _qI, _kKI, _ta],
  [0, 0, 0, 0, 0, 128 | 0],
  1
];
var CreateScheduledQueryRequest$ = [
  3,
  n02,
  _CSQR,
  0,
  [_n, _qL, _qS, _sE, _eRA, _d, _lGI, _ti, _sTO, _eTO, _dC, _sST, _sET, _st, _ta],
  [0, 0, 0, 0, 0, 0, 64 | 0, 0, 1, 1, () => DestinationConfiguration$, 1, 1, 0, 128 | 0],
  5
];
var CSV$ = [
  3,
  n02,
  _CSV,
  0,
  [_qC, _del, _co, _so, _des],
  [0, 0, 64 | 0, 0, 0]
];
var DataSourceFilter$ = [
  3,
  n02,
  _DSF,
  0,
  [_n, _ty],
  [0, 0],
  1
];
var DateTimeConverter$ = [
  3,
  n02,
  _DTC,
  0,
  [_so, _t, _mP, _tF, _sT, _tT, _l],
  [0, 0, 64 | 0, 0, 0, 0, 0],
  3
];
var DeleteKeys$ = [
  3,
  n02,
  _DK,
  0,
  [_wK],
  [64 | 0],
  1
];
var Delivery$ = [
  3,
  n02,
  _D2,
  0,
  [_id, _ar, _dSN, _dDA, _dDT, _rF, _fD, _sDC, _ta],
  [0, 0, 0, 0, 0, 64 | 0, 0, () => S3DeliveryConfiguration$, 128 | 0]
];
var DeliveryDestination$ = [
  3,
  n02,
  _DD,
  0,
  [_n, _ar, _dDT, _oF, _dDC, _rAo, _ta],
  [0, 0, 0, 0, () => DeliveryDestinationConfiguration$, 0, 128 | 0]
];
var DeliveryDestinationConfiguration$ = [
  3,
  n02,
  _DDC,
  0,
  [_dRA],
  [0],
  1
];
var DeliverySource$ = [
  3,
  n02,
  _DSe,
  0,
  [_n, _ar, _rAe, _ser, _lT, _ta, _dSC, _sta, _sR],
  [0, 0, 64 | 0, 0, 0, 128 | 0, 128 | 0, 0, 0]
];
var DeliverySourceConfigurationSchema$ = [
  3,
  n02,
  _DSCS,
  0,
  [_kN, _vT, _dV, _sV, _mV, _mVa],
  [0, 0, 0, 64 | 0, 1, 1],
  3
];
var DescribeAccountPoliciesRequest$ = [
  3,
  n02,
  _DAPRes,
  0,
  [_pT, _pN, _aIc, _nT],
  [0, 0, 64 | 0, 0],
  1
];
var DescribeConfigurationTemplatesRequest$ = [
  3,
  n02,
  _DCTR,
  0,
  [_ser, _lTo, _rTe, _dDTe, _nT, _li],
  [0, 64 | 0, 64 | 0, 64 | 0, 0, 1]
];
var DescribeDeliveriesRequest$ = [
  3,
  n02,
  _DDRes,
  0,
  [_nT, _li, _dSNe],
  [0, 1, 64 | 0]
];
var DescribeDeliveryDestinationsRequest$ = [
  3,
  n02,
  _DDDRe,
  0,
  [_nT, _li, _na],
  [0, 1, 64 | 0]
];
var DescribeDeliverySourcesRequest$ = [
  3,
  n02,
  _DDSRe,
  0,
  [_nT, _li, _rAe],
  [0, 1, 64 | 0]
];
var DescribeFieldIndexesRequest$ = [
  3,
  n02,
  _DFIR,
  0,
  [_lGI, _iC, _nT],
  [64 | 0, 64 | 0, 0],
  1
];
var DescribeImportTaskBatchesRequest$ = [
  3,
  n02,
  _DITBR,
  0,
  [_iI, _bIS, _li, _nT],
  [0, 64 | 0, 1, 0],
  1
];
var DescribeIndexPoliciesRequest$ = [
  3,
  n02,
  _DIPRes,
  0,
  [_lGI, _nT],
  [64 | 0, 0],
  1
];
var DescribeLogGroupsRequest$ = [
  3,
  n02,
  _DLGRe,
  0,
  [_aIc, _lGNP, _lGNPo, _nT, _li, _iLA, _lGCo, _lGI],
  [64 | 0, 0, 0, 0, 1, 2, 0, 64 | 0]
];
var DescribeLogGroupsResponse$ = [
  3,
  n02,
  _DLGRes,
  0,
  [_lG, _nT],
  [() => LogGroups, 0]
];
var DestinationConfiguration$ = [
  3,
  n02,
  _DC,
  0,
  [_sCo, _lTC],
  [() => S3Configuration$, () => LookupTableConfiguration$]
];
var Entity$ = [
  3,
  n02,
  _E2,
  0,
  [_kA, _at],
  [128 | 0, 128 | 0]
];
var FieldsData$ = [
  3,
  n02,
  _FD,
  0,
  [_da],
  [21]
];
var FilterLogEventsRequest$ = [
  3,
  n02,
  _FLER,
  0,
  [_lGN, _lGIo, _lSNo, _lSNP, _sTt, _eTn, _fP, _nT, _li, _sFH, _in, _u],
  [0, 0, 64 | 0, 0, 1, 1, 0, 0, 1, 2, 2, 2]
];
var GetLogAnomalyDetectorResponse$ = [
  3,
  n02,
  _GLADRe,
  0,
  [_dN, _lGAL, _eF, _fP, _aDS, _kKI, _cTS, _lMTS, _aVT],
  [0, 64 | 0, 0, 0, 0, 0, 1, 1, 1]
];
var GetLogObjectRequest$ = [
  3,
  n02,
  _GLOR,
  0,
  [_lOP, _u],
  [0, 2],
  1
];
var GetLogObjectResponse$ = [
  3,
  n02,
  _GLORe,
  0,
  [_fSi],
  [[() => GetLogObjectResponseStream$, 0]]
];
var GetLogRecordResponse$ = [
  3,
  n02,
  _GLRRe,
  0,
  [_lR],
  [128 | 0]
];
var GetQueryResultsRequest$ = [
  3,
  n02,
  _GQRR,
  0,
  [_qI, _nT, _mI],
  [0, 0, 1],
  1
];
var GetQueryResultsResponse$2 = [
  3,
  n02,
  _GQRRe2,
  0,
  [_qL, _r, _stat, _sta, _eK, _nT],
  [0, () => QueryResults, () => QueryStatistics$2, 0, 0, 0]
];
var GetScheduledQueryHistoryRequest$ = [
  3,
  n02,
  _GSQHR,
  0,
  [_i, _sTt, _eTn, _eS, _mR, _nT],
  [0, 1, 1, 64 | 0, 1, 0],
  3
];
var GetScheduledQueryResponse$ = [
  3,
  n02,
  _GSQRe,
  0,
  [_sQA, _n, _d, _qL, _qS, _lGI, _sE, _ti, _sTO, _eTO, _dC, _st, _sTc, _lTT, _lES, _sST, _sET, _eRA, _cT, _lUT],
  [0, 0, 0, 0, 0, 64 | 0, 0, 0, 1, 1, () => DestinationConfiguration$, 0, 0, 1, 0, 1, 1, 0, 1, 1]
];
var Grok$ = [
  3,
  n02,
  _G,
  0,
  [_ma, _so],
  [0, 0],
  1
];
var ListAggregateLogGroupSummariesRequest$ = [
  3,
  n02,
  _LALGSR,
  0,
  [_gB, _aIc, _iLA, _lGCo, _lGNPo, _dSa, _nT, _li],
  [0, 64 | 0, 2, 0, 0, () => DataSourceFilters, 0, 1],
  1
];
var ListLogGroupsForQueryResponse$ = [
  3,
  n02,
  _LLGFQRi,
  0,
  [_lGI, _nT],
  [64 | 0, 0]
];
var ListLogGroupsRequest$ = [
  3,
  n02,
  _LLGR,
  0,
  [_lGNPo, _lGCo, _iLA, _aIc, _nT, _li, _dSa, _fINi, _lGT],
  [0, 0, 2, 64 | 0, 0, 1, () => DataSourceFilters, 64 | 0, () => TagFilters]
];
var ListTagsForResourceResponse$ = [
  3,
  n02,
  _LTFRRi,
  0,
  [_ta],
  [128 | 0]
];
var ListTagsLogGroupResponse$ = [
  3,
  n02,
  _LTLGRi,
  0,
  [_ta],
  [128 | 0]
];
var ListToMap$ = [
  3,
  n02,
  _LTM,
  0,
  [_so, _k, _vK, _t, _fl, _fE],
  [0, 0, 0, 0, 2, 0],
  2
];
var LiveTailSessionLogEvent$ = [
  3,
  n02,
  _LTSLE,
  0,
  [_lSN, _lGIo, _m, _tim, _iT],
  [0, 0, 0, 1, 1]
];
var LiveTailSessionMetadata$ = [
  3,
  n02,
  _LTSM,
  0,
  [_sa],
  [2]
];
var LiveTailSessionStart$ = [
  3,
  n02,
  _LTSS,
  0,
  [_rIe, _sI, _lGI, _lSNo, _lSNPo, _lEFP],
  [0, 0, 64 | 0, 64 | 0, 64 | 0, 0]
];
var LiveTailSessionUpdate$ = [
  3,
  n02,
  _LTSU,
  0,
  [_sM, _sRe],
  [() => LiveTailSessionMetadata$, () => LiveTailSessionResults]
];
var LogEvent$ = [
  3,
  n02,
  _LE2,
  0,
  [_tim, _m],
  [1, 0]
];
var LogGroup$ = [
  3,
  n02,
  _LG,
  0,
  [_lGN, _cT, _rID, _mFC, _ar, _sBt, _kKI, _dPS, _iPn, _lGCo, _lGA, _dPE, _bTAE, _rPN],
  [0, 1, 1, 1, 0, 1, 0, 0, 64 | 0, 0, 0, 2, 2, 0]
];
var LookupTable$ = [
  3,
  n02,
  _LT,
  0,
  [_lTA, _lTN, _d, _tFa, _rC, _sB, _lUT, _kKI],
  [0, 0, 0, 64 | 0, 1, 1, 1, 0]
];
var LookupTableConfiguration$ = [
  3,
  n02,
  _LTC,
  0,
  [_tNa, _rAo, _d, _kKI, _ta],
  [0, 0, 0, 0, 128 | 0],
  2
];
var LowerCaseString$ = [
  3,
  n02,
  _LCS,
  0,
  [_wK],
  [64 | 0],
  1
];
var MetricFilter$ = [
  3,
  n02,
  _MF,
  0,
  [_fN, _fP, _mT, _cT, _lGN, _aOTL, _fSC, _eSFD],
  [0, 0, () => MetricTransformations, 1, 0, 2, 0, 64 | 0]
];
var MetricFilterMatchRecord$ = [
  3,
  n02,
  _MFMR,
  0,
  [_eN, _eMv, _eV],
  [1, 0, 128 | 0]
];
var MetricTransformation$ = [
  3,
  n02,
  _MT,
  0,
  [_mN, _mNe, _mVe, _dV, _di, _un],
  [0, 0, 0, 1, 128 | 0, 0],
  3
];
var MoveKeyEntry$ = [
  3,
  n02,
  _MKE,
  0,
  [_so, _t, _oIE],
  [0, 0, 2],
  2
];
var MoveKeys$ = [
  3,
  n02,
  _MK,
  0,
  [_en],
  [() => MoveKeyEntries],
  1
];
var OpenSearchResourceConfig$ = [
  3,
  n02,
  _OSRC,
  0,
  [_dSRA, _dVP, _rD, _kKA, _aA],
  [0, 64 | 0, 1, 0, 0],
  3
];
var ParseCloudfront$ = [
  3,
  n02,
  _PC2,
  0,
  [_so],
  [0]
];
var ParseJSON$ = [
  3,
  n02,
  _PJSON,
  0,
  [_so, _des],
  [0, 0]
];
var ParseKeyValue$ = [
  3,
  n02,
  _PKV,
  0,
  [_so, _des, _fD, _kVD, _kP, _nMV, _oIE],
  [0, 0, 0, 0, 0, 0, 2]
];
var ParsePostgres$ = [
  3,
  n02,
  _PP,
  0,
  [_so],
  [0]
];
var ParseRoute53$ = [
  3,
  n02,
  _PR,
  0,
  [_so],
  [0]
];
var ParseToOCSF$ = [
  3,
  n02,
  _PTOCSF,
  0,
  [_eSv, _oV, _so, _mVap],
  [0, 0, 0, 0],
  2
];
var ParseVPC$ = [
  3,
  n02,
  _PVPC,
  0,
  [_so],
  [0]
];
var ParseWAF$ = [
  3,
  n02,
  _PWAF,
  0,
  [_so],
  [0]
];
var PatternToken$ = [
  3,
  n02,
  _PT,
  0,
  [_dTP, _iDs, _tS, _enu, _iTN],
  [1, 2, 0, 128 | 1, 0]
];
var Processor$ = [
  3,
  n02,
  _Pr,
  0,
  [_aK, _cV, _cs, _dTC, _dK, _g, _lTM, _lCS, _mK, _pC, _pJSON, _pKV, _pRa, _pTOCSF, _pP, _pVPC, _pWAF, _rK, _sSp, _sSu, _tSr, _tCy, _uCS],
  [() => AddKeys$, () => CopyValue$, () => CSV$, () => DateTimeConverter$, () => DeleteKeys$, () => Grok$, () => ListToMap$, () => LowerCaseString$, () => MoveKeys$, () => ParseCloudfront$, () => ParseJSON$, () => ParseKeyValue$, () => ParseRoute53$, () => ParseToOCSF$, () => ParsePostgres$, () => ParseVPC$, () => ParseWAF$, () => RenameKeys$, () => SplitString$, () => SubstituteString$, () => TrimString$, () => TypeConverter$, () => UpperCaseString$]
];
var PutDeliveryDestinationRequest$ = [
  3,
  n02,
  _PDDR,
  0,
  [_n, _oF, _dDC, _dDT, _rAo, _ta],
  [0, 0, () => DeliveryDestinationConfiguration$, 0, 0, 128 | 0],
  1
];
var PutDeliverySourceRequest$ = [
  3,
  n02,
  _PDSR,
  0,
  [_n, _rA, _lT, _ta, _dSC],
  [0, 0, 0, 128 | 0, 128 | 0],
  3
];
var PutDestinationRequest$ = [
  3,
  n02,
  _PDR,
  0,
  [_dNe, _tA, _rAo, _ta],
  [0, 0, 0, 128 | 0],
  3
];
var PutMetricFilterRequest$ = [
  3,
  n02,
  _PMFR,
  0,
  [_lGN, _fN, _fP, _mT, _aOTL, _fSC, _eSFD],
  [0, 0, 0, () => MetricTransformations, 2, 0, 64 | 0],
  4
];
var PutQueryDefinitionRequest$ = [
  3,
  n02,
  _PQDR,
  0,
  [_n, _qS, _qL, _qDI, _lGNo, _cTl, _pa],
  [0, 0, 0, 0, 64 | 0, [0, 4], () => QueryParameterList],
  2
];
var PutSubscriptionFilterRequest$ = [
  3,
  n02,
  _PSFR,
  0,
  [_lGN, _fN, _fP, _dA, _rAo, _dis, _aOTL, _fSC, _eSF],
  [0, 0, 0, 0, 0, 0, 2, 0, 64 | 0],
  4
];
var QueryCompileError$ = [
  3,
  n02,
  _QCE,
  0,
  [_lo, _m],
  [() => QueryCompileErrorLocation$, 0]
];
var QueryCompileErrorLocation$ = [
  3,
  n02,
  _QCEL,
  0,
  [_sCO, _eCO],
  [1, 1]
];
var QueryDefinition$ = [
  3,
  n02,
  _QD,
  0,
  [_qL, _qDI, _n, _qS, _lM, _lGNo, _pa],
  [0, 0, 0, 0, 1, 64 | 0, () => QueryParameterList]
];
var QueryParameter$ = [
  3,
  n02,
  _QP2,
  0,
  [_n, _dV, _d],
  [0, 0, 0],
  1
];
var QueryStatistics$2 = [
  3,
  n02,
  _QS2,
  0,
  [_rM, _rS, _eRS, _bS, _eBS, _lGS, _rCes],
  [1, 1, 1, 1, 1, 1, 1]
];
var RecordField$ = [
  3,
  n02,
  _RF,
  0,
  [_n, _man],
  [0, 2]
];
var RenameKeyEntry$ = [
  3,
  n02,
  _RKE,
  0,
  [_k, _rTen, _oIE],
  [0, 0, 2],
  2
];
var RenameKeys$ = [
  3,
  n02,
  _RK,
  0,
  [_en],
  [() => RenameKeyEntries],
  1
];
var ResultField$ = [
  3,
  n02,
  _RFe,
  0,
  [_fie, _v],
  [0, 0]
];
var S3Configuration$ = [
  3,
  n02,
  _SC,
  0,
  [_dI, _rAo, _oAI, _kKI],
  [0, 0, 0, 0],
  2
];
var S3DeliveryConfiguration$ = [
  3,
  n02,
  _SDC,
  0,
  [_sP, _eHCP],
  [0, 2]
];
var S3TablesIntegration$ = [
  3,
  n02,
  _STI,
  0,
  [_dNa, _dT],
  [0, 0]
];
var SplitString$ = [
  3,
  n02,
  _SS,
  0,
  [_en],
  [() => SplitStringEntries],
  1
];
var SplitStringEntry$ = [
  3,
  n02,
  _SSEp,
  0,
  [_so, _del],
  [0, 0],
  2
];
var StartLiveTailRequest$ = [
  3,
  n02,
  _SLTR,
  0,
  [_lGI, _lSNo, _lSNPo, _lEFP],
  [64 | 0, 64 | 0, 64 | 0, 0],
  1
];
var StartLiveTailResponse$ = [
  3,
  n02,
  _SLTRt,
  0,
  [_rSe],
  [[() => StartLiveTailResponseStream$, 0]]
];
var StartQueryRequest$2 = [
  3,
  n02,
  _SQR2,
  0,
  [_sTt, _eTn, _qS, _qL, _lGN, _lGNo, _lGI, _li],
  [1, 1, 0, 0, 0, 64 | 0, 64 | 0, 1],
  3
];
var StartQueryResponse$ = [
  3,
  n02,
  _SQRt,
  0,
  [_qI],
  [0]
];
var StopQueryRequest$ = [
  3,
  n02,
  _SQRto,
  0,
  [_qI],
  [0],
  1
];
var StopQueryResponse$ = [
  3,
  n02,
  _SQRtop,
  0,
  [_suc],
  [2]
];
var SubscriptionFilter$ = [
  3,
  n02,
  _SF,
  0,
  [_fN, _lGN, _fP, _dA, _rAo, _dis, _aOTL, _cT, _fSC, _eSF],
  [0, 0, 0, 0, 0, 0, 2, 1, 0, 64 | 0]
];
var SubstituteString$ = [
  3,
  n02,
  _SSu,
  0,
  [_en],
  [() => SubstituteStringEntries],
  1
];
var SubstituteStringEntry$ = [
  3,
  n02,
  _SSEu,
  0,
  [_so, _f, _to],
  [0, 0, 0],
  3
];
var TagFilter$ = [
  3,
  n02,
  _TF,
  0,
  [_k, _va],
  [0, 64 | 0],
  1
];
var TagLogGroupRequest$ = [
  3,
  n02,
  _TLGR,
  0,
  [_lGN, _ta],
  [0, 128 | 0],
  2
];
var TagResourceRequest$ = [
  3,
  n02,
  _TRR,
  0,
  [_rA, _ta],
  [0, 128 | 0],
  2
];
var TestMetricFilterRequest$ = [
  3,
  n02,
  _TMFR,
  0,
  [_fP, _lEM],
  [0, 64 | 0],
  2
];
var TestTransformerRequest$ = [
  3,
  n02,
  _TTR,
  0,
  [_tC, _lEM],
  [() => Processors, 64 | 0],
  2
];
var TrimString$ = [
  3,
  n02,
  _TS,
  0,
  [_wK],
  [64 | 0],
  1
];
var TypeConverter$ = [
  3,
  n02,
  _TC,
  0,
  [_en],
  [() => TypeConverterEntries],
  1
];
var TypeConverterEntry$ = [
  3,
  n02,
  _TCE,
  0,
  [_k, _ty],
  [0, 0],
  2
];
var UntagLogGroupRequest$ = [
  3,
  n02,
  _ULGR,
  0,
  [_lGN, _ta],
  [0, 64 | 0],
  2
];
var UntagResourceRequest$ = [
  3,
  n02,
  _URR,
  0,
  [_rA, _tK],
  [0, 64 | 0],
  2
];
var UpdateDeliveryConfigurationRequest$ = [
  3,
  n02,
  _UDCR,
  0,
  [_id, _rF, _fD, _sDC],
  [0, 64 | 0, 0, () => S3DeliveryConfiguration$],
  1
];
var UpdateScheduledQueryRequest$ = [
  3,
  n02,
  _USQR,
  0,
  [_i, _qL, _qS, _sE, _eRA, _d, _lGI, _ti, _sTO, _eTO, _dC, _sST, _sET, _st],
  [0, 0, 0, 0, 0, 0, 64 | 0, 0, 1, 1, () => DestinationConfiguration$, 1, 1, 0],
  5
];
var UpdateScheduledQueryResponse$ = [
  3,
  n02,
  _USQRp,
  0,
  [_sQA, _n, _d, _qL, _qS, _lGI, _sE, _ti, _sTO, _eTO, _dC, _st, _sTc, _lTT, _lES, _sST, _sET, _eRA, _cT, _lUT],
  [0, 0, 0, 0, 0, 64 | 0, 0, 0, 1, 1, () => DestinationConfiguration$, 0, 0, 1, 0, 1, 1, 0, 1, 1]
];
var UpperCaseString$ = [
  3,
  n02,
  _UCS,
  0,
  [_wK],
  [64 | 0],
  1
];
var AccountIds = 64 | 0;
var AddKeyEntries = [
  1,
  n02,
  _AKEd,
  0,
  () => AddKeyEntry$
];
var AllowedFieldDelimiters = 64 | 0;
var AllowedFields = [
  1,
  n02,
  _AF,
  0,
  () => RecordField$
];
var Columns = 64 | 0;
var CopyValueEntries = [
  1,
  n02,
  _CVEo,
  0,
  () => CopyValueEntry$
];
var DashboardViewerPrincipals = 64 | 0;
var DataSourceFilters = [
  1,
  n02,
  _DSFa,
  0,
  () => DataSourceFilter$
];
var DeleteWithKeys = 64 | 0;
var DeliveryDestinationNames = 64 | 0;
var DeliveryDestinationTypes = 64 | 0;
var DeliverySourceConfigurationSchemas = [
  1,
  n02,
  _DSCSe,
  0,
  () => DeliverySourceConfigurationSchema$
];
var DeliverySourceConfigurationSupportedValues = 64 | 0;
var DeliverySourceNames = 64 | 0;
var DescribeFieldIndexesLogGroupIdentifiers = 64 | 0;
var DescribeIndexPoliciesLogGroupIdentifiers = 64 | 0;
var DescribeLogGroupsLogGroupIdentifiers = 64 | 0;
var EmitSystemFields = 64 | 0;
var ExecutionStatusList = 64 | 0;
var FieldIndexNames = 64 | 0;
var FilterResourceArns = 64 | 0;
var ImportStatusList = 64 | 0;
var IndexCategories = 64 | 0;
var InheritedProperties = 64 | 0;
var InputLogStreamNames = 64 | 0;
var LiveTailSessionResults = [
  1,
  n02,
  _LTSR,
  0,
  () => LiveTailSessionLogEvent$
];
var LogGroupArnList = 64 | 0;
var LogGroupIdentifiers = 64 | 0;
var LogGroupNames = 64 | 0;
var LogGroups = [
  1,
  n02,
  _LGo,
  0,
  () => LogGroup$
];
var LogSamples = [
  1,
  n02,
  _LSo,
  0,
  () => LogEvent$
];
var LogTypes = 64 | 0;
var LowerCaseStringWithKeys = 64 | 0;
var MatchPatterns = 64 | 0;
var MetricTransformations = [
  1,
  n02,
  _MTe,
  0,
  () => MetricTransformation$
];
var MoveKeyEntries = [
  1,
  n02,
  _MKEo,
  0,
  () => MoveKeyEntry$
];
var OutputFormats = 64 | 0;
var PatternTokens = [
  1,
  n02,
  _PTa,
  0,
  () => PatternToken$
];
var Processors = [
  1,
  n02,
  _Pro,
  0,
  () => Processor$
];
var QueryParameterList = [
  1,
  n02,
  _QPL,
  0,
  () => QueryParameter$
];
var QueryResults = [
  1,
  n02,
  _QR,
  0,
  () => ResultRows
];
var RecordFields = 64 | 0;
var RenameKeyEntries = [
  1,
  n02,
  _RKEe,
  0,
  () => RenameKeyEntry$
];
var ResourceArns = 64 | 0;
var ResourceTypes = 64 | 0;
var ResultRows = [
  1,
  n02,
  _RR,
  0,
  () => ResultField$
];
var ScheduledQueryLogGroupIdentifiers = 64 | 0;
var SplitStringEntries = [
  1,
  n02,
  _SSEpl,
  0,
  () => SplitStringEntry$
];
var StartLiveTailLogGroupIdentifiers = 64 | 0;
var SubstituteStringEntries = [
  1,
  n02,
  _SSEub,
  0,
  () => SubstituteStringEntry$
];
var TableFields = 64 | 0;
var TagFilters = [
  1,
  n02,
  _TFa,
  0,
  () => TagFilter$
];
var TagFilterValues = 64 | 0;
var TagKeyList = 64 | 0;
var TagList = 64 | 0;
var TestEventMessages = 64 | 0;
var TrimStringWithKeys = 64 | 0;
var TypeConverterEntries = [
  1,
  n02,
  _TCEy,
  0,
  () => TypeConverterEntry$
];
var UpperCaseStringWithKeys = 64 | 0;
var DeliverySourceConfiguration = 128 | 0;
var Dimensions = 128 | 0;
var EntityAttributes = 128 | 0;
var EntityKeyAttributes = 128 | 0;
var Enumerations = 128 | 1;
var ExtractedValues = 128 | 0;
var Histogram = 128 | 1;
var LogRecord = 128 | 0;
var Tags = 128 | 0;
var GetLogObjectResponseStream$ = [
  4,
  n02,
  _GLORS,
  { [_str]: 1 },
  [_fi, _ISEn],
  [() => FieldsData$, [() => InternalStreamingException$, 0]]
];
var StartLiveTailResponseStream$ = [
  4,
  n02,
  _SLTRS,
  { [_str]: 1 },
  [_sSe, _sUe, _STE, _SSE],
  [() => LiveTailSessionStart$, () => LiveTailSessionUpdate$, [() => SessionTimeoutException$, 0], [() => SessionStreamingException$, 0]]
];
var DescribeLogGroups$ = [
  9,
  n02,
  _DLGe,
  0,
  () => DescribeLogGroupsRequest$,
  () => DescribeLogGroupsResponse$
];
var GetLogObject$ = [
  9,
  n02,
  _GLO,
  { [_end]: ["stream-"] },
  () => GetLogObjectRequest$,
  () => GetLogObjectResponse$
];
var GetQueryResults$ = [
  9,
  n02,
  _GQR2,
  0,
  () => GetQueryResultsRequest$,
  () => GetQueryResultsResponse$2
];
var StartLiveTail$ = [
  9,
  n02,
  _SLT,
  { [_end]: ["stream-"] },
  () => StartLiveTailRequest$,
  () => StartLiveTailResponse$
];
var StartQuery$ = [
  9,
  n02,
  _SQ,
  0,
  () => StartQueryRequest$2,
  () => StartQueryResponse$
];
var StopQuery$ = [
  9,
  n02,
  _SQt,
  0,
  () => StopQueryRequest$,
  () => StopQueryResponse$
];

// node_modules/@aws-sdk/client-cloudwatch-logs/dist-es/runtimeConfig.shared.js
var getRuntimeConfig3 = (config) => {
  return {
    apiVersion: "2014-03-28",
    base64Decoder: config?.base64Decoder ?? fromBase64,
    base64Encoder: config?.base64Encoder ?? toBase64,
    disableHostPrefix: config?.disableHostPrefix ?? false,
    endpointProvider: config?.endpointProvider ?? defaultEndpointResolver2,
    extensions: config?.extensions ?? [],
    httpAuthSchemeProvider: config?.httpAuthSchemeProvider ?? defaultCloudWatchLogsHttpAuthSchemeProvider,
    httpAuthSchemes: config?.httpAuthSchemes ?? [
      {
        schemeId: "aws.auth#sigv4",
        identityProvider: (ipc) => ipc.getIdentityProvider("aws.auth#sigv4"),
        signer: new AwsSdkSigV4Signer()
      }
    ],
    logger: config?.logger ?? new NoOpLogger(),
    protocol: config?.protocol ?? AwsJson1_1Protocol,
    protocolSettings: config?.protocolSettings ?? {
      defaultNamespace: "com.amazonaws.cloudwatchlogs",
      errorTypeRegistries: errorTypeRegistries2,
      xmlNamespace: "http://monitoring.amazonaws.com/doc/2014-03-28/",
      version: "2014-03-28",
      serviceTarget: "Logs_20140328"
    },
    serviceId: config?.serviceId ?? "CloudWatch Logs",
    sha256: config?.sha256 ?? Sha256Node,
    urlParser: config?.urlParser ?? parseUrl,
    utf8Decoder: config?.utf8Decoder ?? fromUtf8,
    utf8Encoder: config?.utf8Encoder ?? toUtf8
  };
};

// node_modules/@aws-sdk/client-cloudwatch-logs/dist-es/runtimeConfig.js
var getRuntimeConfig4 = (config) => {
  emitWarningIfUnsupportedVersion2(process.version);
  const defaultsMode = resolveDefaultsModeConfig(config);
  const defaultConfigProvider = () => defaultsMode().then(loadConfigsForDefaultMode);
  const clientSharedValues = getRuntimeConfig3(config);
  emitWarningIfUnsupportedVersion(process.version);
  const loaderConfig = {
    profile: config?.profile,
    logger: clientSharedValues.logger
  };
  return {
    ...clientSharedValues,
    ...config,
    runtime: "node",
    defaultsMode,
    authSchemePreference: config?.authSchemePreference ?? loadConfig(NODE_AUTH_SCHEME_PREFERENCE_OPTIONS, loaderConfig),
    bodyLengthChecker: config?.bodyLengthChecker ?? calculateBodyLength,
    credentialDefaultProvider: config?.credentialDefaultProvider ?? defaultProvider,
    defaultSocketTimeout: getDefaultSocketTimeout(config?.requestHandler, 3e5),
    defaultUserAgentProvider: config?.defaultUserAgentProvider ?? createDefaultUserAgentProvider({ serviceId: clientSharedValues.serviceId, clientVersion: package_default2.version }),
    eventStreamSerdeProvider: config?.eventStreamSerdeProvider ?? eventStreamSerdeProvider,
    maxAttempts: config?.maxAttempts ?? loadConfig(NODE_MAX_ATTEMPT_CONFIG_OPTIONS, config),
    region: config?.region ?? loadConfig(NODE_REGION_CONFIG_OPTIONS, { ...NODE_REGION_CONFIG_FILE_OPTIONS, ...loaderConfig }),
    requestHandler: NodeHttpHandler.create(config?.requestHandler ?? defaultConfigProvider),
    retryMode: config?.retryMode ?? loadConfig({
      ...NODE_RETRY_MODE_CONFIG_OPTIONS,
      default: async () => (await defaultConfigProvider()).retryMode || DEFAULT_RETRY_MODE
    }, config),
    streamCollector: config?.streamCollector ?? streamCollector,
    useDualstackEndpoint: config?.useDualstackEndpoint ?? loadConfig(NODE_USE_DUALSTACK_ENDPOINT_CONFIG_OPTIONS, loaderConfig),
    useFipsEndpoint: config?.useFipsEndpoint ?? loadConfig(NODE_USE_FIPS_ENDPOINT_CONFIG_OPTIONS, loaderConfig),
    userAgentAppId: config?.userAgentAppId ?? loadConfig(NODE_APP_ID_CONFIG_OPTIONS, loaderConfig)
  };
};

// node_modules/@aws-sdk/client-cloudwatch-logs/dist-es/auth/httpAuthExtensionConfiguration.js
var getHttpAuthExtensionConfiguration2 = (runtimeConfig) => {
  const _httpAuthSchemes = runtimeConfig.httpAuthSchemes;
  let _httpAuthSchemeProvider = runtimeConfig.httpAuthSchemeProvider;
  let _credentials = runtimeConfig.credentials;
  return {
    setHttpAuthScheme(httpAuthScheme) {
      const index = _httpAuthSchemes.findIndex((scheme) => scheme.schemeId === httpAuthScheme.schemeId);
      if (index === -1) {
        _httpAuthSchemes.push(httpAuthScheme);
      } else {
        _httpAuthSchemes.splice(index, 1, httpAuthScheme);
      }
    },
    httpAuthSchemes() {
      return _httpAuthSchemes;
    },
    setHttpAuthSchemeProvider(httpAuthSchemeProvider) {
      _httpAuthSchemeProvider = httpAuthSchemeProvider;
    },
    httpAuthSchemeProvider() {
      return _httpAuthSchemeProvider;
    },
    setCredentials(credentials) {
      _credentials = credentials;
    },
    credentials() {
      return _credentials;
    }
  };
};
var resolveHttpAuthRuntimeConfig2 = (config) => {
  return {
    httpAuthSchemes: config.httpAuthSchemes(),
    httpAuthSchemeProvider: config.httpAuthSchemeProvider(),
    credentials: config.credentials()
  };
};

// node_modules/@aws-sdk/client-cloudwatch-logs/dist-es/runtimeExtensions.js
var resolveRuntimeExtensions2 = (runtimeConfig, extensions) => {
  const extensionConfiguration = Object.assign(getAwsRegionExtensionConfiguration(runtimeConfig), getDefaultExtensionConfiguration(runtimeConfig), getHttpHandlerExtensionConfiguration(runtimeConfig), getHttpAuthExtensionConfiguration2(runtimeConfig));
  extensions.forEach((extension) => extension.configure(extensionConfiguration));
  return Object.assign(runtimeConfig, resolveAwsRegionExtensionConfiguration(extensionConfiguration), resolveDefaultRuntimeConfig(extensionConfiguration), resolveHttpHandlerRuntimeConfig(extensionConfiguration), resolveHttpAuthRuntimeConfig2(extensionConfiguration));
};

// node_modules/@aws-sdk/client-cloudwatch-logs/dist-es/CloudWatchLogsClient.js
var CloudWatchLogsClient = class extends Client {
  config;
  constructor(...[configuration]) {
    const _config_0 = getRuntimeConfig4(configuration || {});
    super(_config_0);
    this.initConfig = _config_0;
    const _config_1 = resolveClientEndpointParameters2(_config_0);
    const _config_2 = resolveUserAgentConfig(_config_1);
    const _config_3 = resolveRetryConfig(_config_2);
    const _config_4 = resolveRegionConfig(_config_3);
    const _config_5 = resolveHostHeaderConfig(_config_4);
    const _config_6 = resolveEndpointConfig(_config_5);
    const _config_7 = resolveEventStreamSerdeConfig(_config_6);
    const _config_8 = resolveHttpAuthSchemeConfig2(_config_7);
    const _config_9 = resolveRuntimeExtensions2(_config_8, configuration?.extensions || []);
    this.config = _config_9;
    this.middlewareStack.use(getSchemaSerdePlugin(this.config));
    this.middlewareStack.use(getUserAgentPlugin(this.config));
    this.middlewareStack.use(getRetryPlugin(this.config));
    this.middlewareStack.use(getContentLengthPlugin(this.config));
    this.middlewareStack.use(getHostHeaderPlugin(this.config));
    this.middlewareStack.use(getLoggerPlugin(this.config));
    this.middlewareStack.use(getRecursionDetectionPlugin(this.config));
    this.middlewareStack.use(getHttpAuthSchemeEndpointRuleSetPlugin(this.config, {
      httpAuthSchemeParametersProvider: defaultCloudWatchLogsHttpAuthSchemeParametersProvider,
      identityProviderConfigProvider: async (config) => new DefaultIdentityProviderConfig({
        "aws.auth#sigv4": config.credentials
      })
    }));
    this.middlewareStack.use(getHttpSigningPlugin(this.config));
  }
  destroy() {
    super.destroy();
  }
};

// node_modules/@aws-sdk/client-cloudwatch-logs/dist-es/commandBuilder.js
var command4 = makeBuilder(commonParams2, "Logs_20140328", "CloudWatchLogsClient", getEndpointPlugin);
var _ep04 = {};
var _mw04 = (Command, cs, config, o) => [];

// node_modules/@aws-sdk/client-cloudwatch-logs/dist-es/commands/DescribeLogGroupsCommand.js
var DescribeLogGroupsCommand = class extends command4(_ep04, _mw04, "DescribeLogGroups", DescribeLogGroups$) {
};

// node_modules/@aws-sdk/client-cloudwatch-logs/dist-es/commands/GetQueryResultsCommand.js
var GetQueryResultsCommand = class extends command4(_ep04, _mw04, "GetQueryResults", GetQueryResults$) {
};

// node_modules/@aws-sdk/client-cloudwatch-logs/dist-es/commands/StartQueryCommand.js
var StartQueryCommand = class extends command4(_ep04, _mw04, "StartQuery", StartQuery$) {
};

// node_modules/@aws-sdk/client-cloudwatch-logs/dist-es/commands/StopQueryCommand.js
var StopQueryCommand = class extends command4(_ep04, _mw04, "StopQuery", StopQuery$) {
};

// node_modules/@aws-sdk/client-cloudwatch-logs/dist-es/pagination/DescribeLogGroupsPaginator.js
var paginateDescribeLogGroups = createPaginator(CloudWatchLogsClient, DescribeLogGroupsCommand, "nextToken", "nextToken", "limit");

// node_modules/@aws-sdk/client-elastic-load-balancing-v2/dist-es/auth/httpAuthSchemeProvider.js
var defaultElasticLoadBalancingV2HttpAuthSchemeParametersProvider = async (config, context, input) => {
  return {
    operation: getSmithyContext(context).operation,
    region: await normalizeProvider(config.region)() || (() => {
      throw new Error("expected `region` to be configured for `aws.auth#sigv4`");
    })()
  };
};
function createAwsAuthSigv4HttpAuthOption3(authParameters) {
  return {
    schemeId: "aws.auth#sigv4",
    signingProperties: {
      name: "elasticloadbalancing",
      region: authParameters.region
    },
    propertiesExtractor: (config, context) => ({
      signingProperties: {
        config,
        context
      }
    })
  };
}
var defaultElasticLoadBalancingV2HttpAuthSchemeProvider = (authParameters) => {
  const options = [];
  switch (authParameters.operation) {
    default: {
      options.push(createAwsAuthSigv4HttpAuthOption3(authParameters));
    }
  }
  return options;
};
var resolveHttpAuthSchemeConfig3 = (config) => {
  const config_0 = resolveAwsSdkSigV4Config(config);
  return Object.assign(config_0, {
    authSchemePreference: normalizeProvider(config.authSchemePreference ?? [])
  });
};

// node_modules/@aws-sdk/client-elastic-load-balancing-v2/dist-es/endpoint/EndpointParameters.js
var resolveClientEndpointParameters3 = (options) => {
  return Object.assign(options, {
    useDualstackEndpoint: options.useDualstackEndpoint ?? false,
    useFipsEndpoint: options.useFipsEndpoint ?? false,
    defaultSigningName: "elasticloadbalancing"
  });
};
var commonParams3 = {
  UseFIPS: { type: "builtInParams", name: "useFipsEndpoint" },
  Endpoint: { type: "builtInParams", name: "endpoint" },
  Region: { type: "builtInParams", name: "region" },
  UseDualStack: { type: "builtInParams", name: "useDualstackEndpoint" }
};

// node_modules/@aws-sdk/client-elastic-load-balancing-v2/package.json
var package_default3 = {
  name: "@aws-sdk/client-elastic-load-balancing-v2",
  version: "3.1142.0",
  description: "AWS SDK for JavaScript Elastic Load Balancing V2 Client for Node.js, Browser and React Native",
  homepage: "https://github.com/aws/aws-sdk-js-v3/tree/main/clients/client-elastic-load-balancing-v2",
  license: "Apache-2.0",
  author: {
    name: "AWS SDK for JavaScript Team",
    url: "https://aws.amazon.com/sdk-for-javascript/"
  },
  repository: {
    type: "git",
    url: "https://github.com/aws/aws-sdk-js-v3.git",
    directory: "clients/client-elastic-load-balancing-v2"
  },
  files: [
    "dist-*/**"
  ],
  sideEffects: false,
  main: "./dist-cjs/index.js",
  module: "./dist-es/index.js",
  browser: {
    "./dist-es/runtimeConfig": "./dist-es/runtimeConfig.browser"
  },
  types: "./dist-types/index.d.ts",
  typesVersions: {
    "<4.5": {
      "dist-types/*": [
        "dist-types/ts3.4/*"
      ]
    }
  },
  "react-native": {
    "./dist-es/runtimeConfig": "./dist-es/runtimeConfig.native"
  },
  scripts: {
    build: "concurrently 'yarn:build:types' 'yarn:build:es' && yarn build:cjs",
    "build:cjs": "node ../../scripts/compilation/inline",
    "build:es": "premove dist-es && tsc -p tsconfig.es.json",
    "build:include:deps": 'yarn g:turbo run build -F="$npm_package_name"',
    "build:types": "premove dist-types && tsc -p tsconfig.types.json",
    "build:types:downlevel": "downlevel-dts dist-types dist-types/ts3.4",
    clean: "premove dist-cjs dist-es dist-types",
    "extract:docs": "api-extractor run --local",
    "generate:client": "node ../../scripts/generate-clients/single-service",
    "test:e2e": "yarn g:vitest run -c vitest.config.e2e.mts",
    "test:e2e:watch": "yarn g:vitest watch -c vitest.config.e2e.mts",
    "test:index": "tsc -p tsconfig.test.json && node ./test/index-objects.spec.mjs"
  },
  dependencies: {
    "@aws-sdk/core": "^3.978.1",
    "@aws-sdk/credential-provider-node": "^3.972.84",
    "@aws-sdk/types": "^3.974.6",
    "@smithy/core": "^3.35.0",
    "@smithy/fetch-http-handler": "^5.8.0",
    "@smithy/node-http-handler": "^4.12.1",
    "@smithy/types": "^4.19.0",
    tslib: "^2.6.2"
  },
  devDependencies: {
    "@tsconfig/node20": "20.1.8",
    "@types/node": "^20.14.8",
    concurrently: "7.0.0",
    "downlevel-dts": "0.10.1",
    premove: "4.0.0",
    typescript: "~7.0.2"
  },
  engines: {
    node: ">=20.0.0"
  }
};

// node_modules/@aws-sdk/client-elastic-load-balancing-v2/dist-es/endpoint/bdd.js
var k3 = "ref";
var a3 = -1;
var b3 = true;
var c3 = "isSet";
var d3 = "PartitionResult";
var e3 = "booleanEquals";
var f3 = "getAttr";
var g3 = { [k3]: "Endpoint" };
var h3 = { [k3]: d3 };
var i3 = {};
var j3 = [{ [k3]: "Region" }];
var _data3 = {
  conditions: [
    [c3, [g3]],
    [c3, j3],
    ["aws.partition", j3, d3],
    [e3, [{ [k3]: "UseFIPS" }, b3]],
    [e3, [{ [k3]: "UseDualStack" }, b3]],
    [e3, [{ fn: f3, argv: [h3, "supportsDualStack"] }, b3]],
    [e3, [{ fn: f3, argv: [h3, "supportsFIPS"] }, b3]],
    ["stringEquals", [{ fn: f3, argv: [h3, "name"] }, "aws-us-gov"]]
  ],
  results: [
    [a3],
    [a3, "Invalid Configuration: FIPS and custom endpoint are not supported"],
    [a3, "Invalid Configuration: Dualstack and custom endpoint are not supported"],
    [g3, i3],
    ["https://elasticloadbalancing-fips.{Region}.{PartitionResult#dualStackDnsSuffix}", i3],
    [a3, "FIPS and DualStack are enabled, but this partition does not support one or both"],
    ["https://elasticloadbalancing.{Region}.amazonaws.com", i3],
    ["https://elasticloadbalancing-fips.{Region}.{PartitionResult#dnsSuffix}", i3],
    [a3, "FIPS is enabled but this partition does not support FIPS"],
    ["https://elasticloadbalancing.{Region}.{PartitionResult#dualStackDnsSuffix}", i3],
    [a3, "DualStack is enabled but this partition does not support DualStack"],
    ["https://elasticloadbalancing.{Region}.{PartitionResult#dnsSuffix}", i3],
    [a3, "Invalid Configuration: Missing Region"]
  ]
};
var root3 = 2;
var r3 = 1e8;
var nodes3 = new Int32Array([
  -1,
  1,
  -1,
  0,
  13,
  3,
  1,
  4,
  r3 + 12,
  2,
  5,
  r3 + 12,
  3,
  8,
  6,
  4,
  7,
  r3 + 11,
  5,
  r3 + 9,
  r3 + 10,
  4,
  11,
  9,
  6,
  10,
  r3 + 8,
  7,
  r3 + 6,
  r3 + 7,
  5,
  12,
  r3 + 5,
  6,
  r3 + 4,
  r3 + 5,
  3,
  r3 + 1,
  14,
  4,
  r3 + 2,
  r3 + 3
]);
var bdd3 = BinaryDecisionDiagram.from(nodes3, root3, _data3.conditions, _data3.results);

// node_modules/@aws-sdk/client-elastic-load-balancing-v2/dist-es/endpoint/endpointResolver.js
var cache3 = new EndpointCache({
  size: 50,
  params: ["Endpoint", "Region", "UseDualStack", "UseFIPS"]
});
var defaultEndpointResolver3 = (endpointParams, context = {}) => {
  return cache3.get(endpointParams, () => decideEndpoint(bdd3, {
    endpointParams,
    logger: context.logger
  }));
};
customEndpointFunctions.aws = awsEndpointFunctions;

// node_modules/@aws-sdk/client-elastic-load-balancing-v2/dist-es/models/ElasticLoadBalancingV2ServiceException.js
var ElasticLoadBalancingV2ServiceException = class _ElasticLoadBalancingV2ServiceException extends ServiceException {
  constructor(options) {
    super(options);
    Object.setPrototypeOf(this, _ElasticLoadBalancingV2ServiceException.prototype);
  }
};

// node_modules/@aws-sdk/client-elastic-load-balancing-v2/dist-es/models/errors.js
var CertificateNotFoundException = class _CertificateNotFoundException extends ElasticLoadBalancingV2ServiceException {
  name = "CertificateNotFoundException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "CertificateNotFoundException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _CertificateNotFoundException.prototype);
    this.Message = opts.Message;
  }
};
var ListenerNotFoundException = class _ListenerNotFoundException extends ElasticLoadBalancingV2ServiceException {
  name = "ListenerNotFoundException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "ListenerNotFoundException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _ListenerNotFoundException.prototype);
    this.Message = opts.Message;
  }
};
var TooManyCertificatesException = class _TooManyCertificatesException extends ElasticLoadBalancingV2ServiceException {
  name = "TooManyCertificatesException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "TooManyCertificatesException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _TooManyCertificatesException.prototype);
    this.Message = opts.Message;
  }
};
var DuplicateTagKeysException = class _DuplicateTagKeysException extends ElasticLoadBalancingV2ServiceException {
  name = "DuplicateTagKeysException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "DuplicateTagKeysException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _DuplicateTagKeysException.prototype);
    this.Message = opts.Message;
  }
};
var LoadBalancerNotFoundException = class _LoadBalancerNotFoundException extends ElasticLoadBalancingV2ServiceException {
  name = "LoadBalancerNotFoundException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "LoadBalancerNotFoundException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _LoadBalancerNotFoundException.prototype);
    this.Message = opts.Message;
  }
};
var RuleNotFoundException = class _RuleNotFoundException extends ElasticLoadBalancingV2ServiceException {
  name = "RuleNotFoundException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "RuleNotFoundException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _RuleNotFoundException.prototype);
    this.Message = opts.Message;
  }
};
var TargetGroupNotFoundException = class _TargetGroupNotFoundException extends ElasticLoadBalancingV2ServiceException {
  name = "TargetGroupNotFoundException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "TargetGroupNotFoundException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _TargetGroupNotFoundException.prototype);
    this.Message = opts.Message;
  }
};
var TooManyTagsException2 = class _TooManyTagsException extends ElasticLoadBalancingV2ServiceException {
  name = "TooManyTagsException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "TooManyTagsException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _TooManyTagsException.prototype);
    this.Message = opts.Message;
  }
};
var TrustStoreNotFoundException = class _TrustStoreNotFoundException extends ElasticLoadBalancingV2ServiceException {
  name = "TrustStoreNotFoundException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "TrustStoreNotFoundException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _TrustStoreNotFoundException.prototype);
    this.Message = opts.Message;
  }
};
var InvalidRevocationContentException = class _InvalidRevocationContentException extends ElasticLoadBalancingV2ServiceException {
  name = "InvalidRevocationContentException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "InvalidRevocationContentException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _InvalidRevocationContentException.prototype);
    this.Message = opts.Message;
  }
};
var RevocationContentNotFoundException = class _RevocationContentNotFoundException extends ElasticLoadBalancingV2ServiceException {
  name = "RevocationContentNotFoundException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "RevocationContentNotFoundException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _RevocationContentNotFoundException.prototype);
    this.Message = opts.Message;
  }
};
var TooManyTrustStoreRevocationEntriesException = class _TooManyTrustStoreRevocationEntriesException extends ElasticLoadBalancingV2ServiceException {
  name = "TooManyTrustStoreRevocationEntriesException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "TooManyTrustStoreRevocationEntriesException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _TooManyTrustStoreRevocationEntriesException.prototype);
    this.Message = opts.Message;
  }
};
var AllocationIdNotFoundException = class _AllocationIdNotFoundException extends ElasticLoadBalancingV2ServiceException {
  name = "AllocationIdNotFoundException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "AllocationIdNotFoundException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _AllocationIdNotFoundException.prototype);
    this.Message = opts.Message;
  }
};
var ALPNPolicyNotSupportedException = class _ALPNPolicyNotSupportedException extends ElasticLoadBalancingV2ServiceException {
  name = "ALPNPolicyNotSupportedException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "ALPNPolicyNotSupportedException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _ALPNPolicyNotSupportedException.prototype);
    this.Message = opts.Message;
  }
};
var AvailabilityZoneNotSupportedException = class _AvailabilityZoneNotSupportedException extends ElasticLoadBalancingV2ServiceException {
  name = "AvailabilityZoneNotSupportedException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "AvailabilityZoneNotSupportedException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _AvailabilityZoneNotSupportedException.prototype);
    this.Message = opts.Message;
  }
};
var CaCertificatesBundleNotFoundException = class _CaCertificatesBundleNotFoundException extends ElasticLoadBalancingV2ServiceException {
  name = "CaCertificatesBundleNotFoundException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "CaCertificatesBundleNotFoundException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _CaCertificatesBundleNotFoundException.prototype);
    this.Message = opts.Message;
  }
};
var CapacityDecreaseRequestsLimitExceededException = class _CapacityDecreaseRequestsLimitExceededException extends ElasticLoadBalancingV2ServiceException {
  name = "CapacityDecreaseRequestsLimitExceededException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "CapacityDecreaseRequestsLimitExceededException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _CapacityDecreaseRequestsLimitExceededException.prototype);
    this.Message = opts.Message;
  }
};
var CapacityReservationPendingException = class _CapacityReservationPendingException extends ElasticLoadBalancingV2ServiceException {
  name = "CapacityReservationPendingException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "CapacityReservationPendingException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _CapacityReservationPendingException.prototype);
    this.Message = opts.Message;
  }
};
var CapacityUnitsLimitExceededException = class _CapacityUnitsLimitExceededException extends ElasticLoadBalancingV2ServiceException {
  name = "CapacityUnitsLimitExceededException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "CapacityUnitsLimitExceededException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _CapacityUnitsLimitExceededException.prototype);
    this.Message = opts.Message;
  }
};
var DuplicateListenerException = class _DuplicateListenerException extends ElasticLoadBalancingV2ServiceException {
  name = "DuplicateListenerException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "DuplicateListenerException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _DuplicateListenerException.prototype);
    this.Message = opts.Message;
  }
};
var IncompatibleProtocolsException = class _IncompatibleProtocolsException extends ElasticLoadBalancingV2ServiceException {
  name = "IncompatibleProtocolsException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "IncompatibleProtocolsException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _IncompatibleProtocolsException.prototype);
    this.Message = opts.Message;
  }
};
var InvalidConfigurationRequestException = class _InvalidConfigurationRequestException extends ElasticLoadBalancingV2ServiceException {
  name = "InvalidConfigurationRequestException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "InvalidConfigurationRequestException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _InvalidConfigurationRequestException.prototype);
    this.Message = opts.Message;
  }
};
var InvalidLoadBalancerActionException = class _InvalidLoadBalancerActionException extends ElasticLoadBalancingV2ServiceException {
  name = "InvalidLoadBalancerActionException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "InvalidLoadBalancerActionException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _InvalidLoadBalancerActionException.prototype);
    this.Message = opts.Message;
  }
};
var SSLPolicyNotFoundException = class _SSLPolicyNotFoundException extends ElasticLoadBalancingV2ServiceException {
  name = "SSLPolicyNotFoundException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "SSLPolicyNotFoundException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _SSLPolicyNotFoundException.prototype);
    this.Message = opts.Message;
  }
};
var TargetGroupAssociationLimitException = class _TargetGroupAssociationLimitException extends ElasticLoadBalancingV2ServiceException {
  name = "TargetGroupAssociationLimitException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "TargetGroupAssociationLimitException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _TargetGroupAssociationLimitException.prototype);
    this.Message = opts.Message;
  }
};
var TooManyActionsException = class _TooManyActionsException extends ElasticLoadBalancingV2ServiceException {
  name = "TooManyActionsException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "TooManyActionsException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _TooManyActionsException.prototype);
    this.Message = opts.Message;
  }
};
var TooManyListenersException = class _TooManyListenersException extends ElasticLoadBalancingV2ServiceException {
  name = "TooManyListenersException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "TooManyListenersException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _TooManyListenersException.prototype);
    this.Message = opts.Message;
  }
};
var TooManyRegistrationsForTargetIdException = class _TooManyRegistrationsForTargetIdException extends ElasticLoadBalancingV2ServiceException {
  name = "TooManyRegistrationsForTargetIdException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "TooManyRegistrationsForTargetIdException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _TooManyRegistrationsForTargetIdException.prototype);
    this.Message = opts.Message;
  }
};
var TooManyTargetsException = class _TooManyTargetsException extends ElasticLoadBalancingV2ServiceException {
  name = "TooManyTargetsException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "TooManyTargetsException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _TooManyTargetsException.prototype);
    this.Message = opts.Message;
  }
};
var TooManyUniqueTargetGroupsPerLoadBalancerException = class _TooManyUniqueTargetGroupsPerLoadBalancerException extends ElasticLoadBalancingV2ServiceException {
  name = "TooManyUniqueTargetGroupsPerLoadBalancerException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "TooManyUniqueTargetGroupsPerLoadBalancerException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _TooManyUniqueTargetGroupsPerLoadBalancerException.prototype);
    this.Message = opts.Message;
  }
};
var TrustStoreNotReadyException = class _TrustStoreNotReadyException extends ElasticLoadBalancingV2ServiceException {
  name = "TrustStoreNotReadyException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "TrustStoreNotReadyException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _TrustStoreNotReadyException.prototype);
    this.Message = opts.Message;
  }
};
var UnsupportedProtocolException = class _UnsupportedProtocolException extends ElasticLoadBalancingV2ServiceException {
  name = "UnsupportedProtocolException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "UnsupportedProtocolException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _UnsupportedProtocolException.prototype);
    this.Message = opts.Message;
  }
};
var DuplicateLoadBalancerNameException = class _DuplicateLoadBalancerNameException extends ElasticLoadBalancingV2ServiceException {
  name = "DuplicateLoadBalancerNameException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "DuplicateLoadBalancerNameException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _DuplicateLoadBalancerNameException.prototype);
    this.Message = opts.Message;
  }
};
var InvalidSchemeException = class _InvalidSchemeException extends ElasticLoadBalancingV2ServiceException {
  name = "InvalidSchemeException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "InvalidSchemeException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _InvalidSchemeException.prototype);
    this.Message = opts.Message;
  }
};
var InvalidSecurityGroupException = class _InvalidSecurityGroupException extends ElasticLoadBalancingV2ServiceException {
  name = "InvalidSecurityGroupException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "InvalidSecurityGroupException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _InvalidSecurityGroupException.prototype);
    this.Message = opts.Message;
  }
};
var InvalidSubnetException = class _InvalidSubnetException extends ElasticLoadBalancingV2ServiceException {
  name = "InvalidSubnetException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "InvalidSubnetException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _InvalidSubnetException.prototype);
    this.Message = opts.Message;
  }
};
var OperationNotPermittedException2 = class _OperationNotPermittedException extends ElasticLoadBalancingV2ServiceException {
  name = "OperationNotPermittedException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "OperationNotPermittedException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _OperationNotPermittedException.prototype);
    this.Message = opts.Message;
  }
};
var ResourceInUseException = class _ResourceInUseException extends ElasticLoadBalancingV2ServiceException {
  name = "ResourceInUseException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "ResourceInUseException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _ResourceInUseException.prototype);
    this.Message = opts.Message;
  }
};
var SubnetNotFoundException = class _SubnetNotFoundException extends ElasticLoadBalancingV2ServiceException {
  name = "SubnetNotFoundException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "SubnetNotFoundException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _SubnetNotFoundException.prototype);
    this.Message = opts.Message;
  }
};
var TooManyLoadBalancersException = class _TooManyLoadBalancersException extends ElasticLoadBalancingV2ServiceException {
  name = "TooManyLoadBalancersException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "TooManyLoadBalancersException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _TooManyLoadBalancersException.prototype);
    this.Message = opts.Message;
  }
};
var PriorityInUseException = class _PriorityInUseException extends ElasticLoadBalancingV2ServiceException {
  name = "PriorityInUseException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "PriorityInUseException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _PriorityInUseException.prototype);
    this.Message = opts.Message;
  }
};
var TooManyRulesException = class _TooManyRulesException extends ElasticLoadBalancingV2ServiceException {
  name = "TooManyRulesException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "TooManyRulesException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _TooManyRulesException.prototype);
    this.Message = opts.Message;
  }
};
var TooManyTargetGroupsException = class _TooManyTargetGroupsException extends ElasticLoadBalancingV2ServiceException {
  name = "TooManyTargetGroupsException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "TooManyTargetGroupsException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _TooManyTargetGroupsException.prototype);
    this.Message = opts.Message;
  }
};
var DuplicateTargetGroupNameException = class _DuplicateTargetGroupNameException extends ElasticLoadBalancingV2ServiceException {
  name = "DuplicateTargetGroupNameException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "DuplicateTargetGroupNameException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _DuplicateTargetGroupNameException.prototype);
    this.Message = opts.Message;
  }
};
var DuplicateTrustStoreNameException = class _DuplicateTrustStoreNameException extends ElasticLoadBalancingV2ServiceException {
  name = "DuplicateTrustStoreNameException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "DuplicateTrustStoreNameException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _DuplicateTrustStoreNameException.prototype);
    this.Message = opts.Message;
  }
};
var InvalidCaCertificatesBundleException = class _InvalidCaCertificatesBundleException extends ElasticLoadBalancingV2ServiceException {
  name = "InvalidCaCertificatesBundleException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "InvalidCaCertificatesBundleException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _InvalidCaCertificatesBundleException.prototype);
    this.Message = opts.Message;
  }
};
var TooManyTrustStoresException = class _TooManyTrustStoresException extends ElasticLoadBalancingV2ServiceException {
  name = "TooManyTrustStoresException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "TooManyTrustStoresException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _TooManyTrustStoresException.prototype);
    this.Message = opts.Message;
  }
};
var DeleteAssociationSameAccountException = class _DeleteAssociationSameAccountException extends ElasticLoadBalancingV2ServiceException {
  name = "DeleteAssociationSameAccountException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "DeleteAssociationSameAccountException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _DeleteAssociationSameAccountException.prototype);
    this.Message = opts.Message;
  }
};
var TrustStoreAssociationNotFoundException = class _TrustStoreAssociationNotFoundException extends ElasticLoadBalancingV2ServiceException {
  name = "TrustStoreAssociationNotFoundException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "TrustStoreAssociationNotFoundException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _TrustStoreAssociationNotFoundException.prototype);
    this.Message = opts.Message;
  }
};
var TrustStoreInUseException = class _TrustStoreInUseException extends ElasticLoadBalancingV2ServiceException {
  name = "TrustStoreInUseException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "TrustStoreInUseException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _TrustStoreInUseException.prototype);
    this.Message = opts.Message;
  }
};
var InvalidTargetException = class _InvalidTargetException extends ElasticLoadBalancingV2ServiceException {
  name = "InvalidTargetException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "InvalidTargetException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _InvalidTargetException.prototype);
    this.Message = opts.Message;
  }
};
var HealthUnavailableException = class _HealthUnavailableException extends ElasticLoadBalancingV2ServiceException {
  name = "HealthUnavailableException";
  $fault = "server";
  Message;
  constructor(opts) {
    super({
      name: "HealthUnavailableException",
      $fault: "server",
      ...opts
    });
    Object.setPrototypeOf(this, _HealthUnavailableException.prototype);
    this.Message = opts.Message;
  }
};
var RevocationIdNotFoundException = class _RevocationIdNotFoundException extends ElasticLoadBalancingV2ServiceException {
  name = "RevocationIdNotFoundException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "RevocationIdNotFoundException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _RevocationIdNotFoundException.prototype);
    this.Message = opts.Message;
  }
};
var ResourceNotFoundException3 = class _ResourceNotFoundException extends ElasticLoadBalancingV2ServiceException {
  name = "ResourceNotFoundException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "ResourceNotFoundException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _ResourceNotFoundException.prototype);
    this.Message = opts.Message;
  }
};
var InsufficientCapacityException = class _InsufficientCapacityException extends ElasticLoadBalancingV2ServiceException {
  name = "InsufficientCapacityException";
  $fault = "server";
  Message;
  constructor(opts) {
    super({
      name: "InsufficientCapacityException",
      $fault: "server",
      ...opts
    });
    Object.setPrototypeOf(this, _InsufficientCapacityException.prototype);
    this.Message = opts.Message;
  }
};
var PriorRequestNotCompleteException = class _PriorRequestNotCompleteException extends ElasticLoadBalancingV2ServiceException {
  name = "PriorRequestNotCompleteException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "PriorRequestNotCompleteException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _PriorRequestNotCompleteException.prototype);
    this.Message = opts.Message;
  }
};

// node_modules/@aws-sdk/client-elastic-load-balancing-v2/dist-es/schemas/schemas_0.js
var _A2 = "Action";
var _AC2 = "AdditionalClaims";
var _ACAC = "AuthenticateCognitoActionConfig";
var _ACC = "AuthenticateCognitoConfig";
var _AD2 = "AnomalyDetection";
var _AE = "AuthorizationEndpoint";
var _AI = "AllocationId";
var _AINFE = "AllocationIdNotFoundException";
var _ALPNPNSE = "ALPNPolicyNotSupportedException";
var _AO = "AdministrativeOverride";
var _AOAC = "AuthenticateOidcActionConfig";
var _AOC = "AuthenticateOidcConfig";
var _AP = "AlpnPolicy";
var _AREP = "AuthenticationRequestExtraParams";
var _ATI = "AddTagsInput";
var _ATSCN = "AdvertiseTrustStoreCaNames";
var _AZ = "AvailabilityZone";
var _AZNSE = "AvailabilityZoneNotSupportedException";
var _AZv = "AvailabilityZones";
var _Ac = "Actions";
var _C = "Certificates";
var _CA = "CertificateArn";
var _CCBNFE = "CaCertificatesBundleNotFoundException";
var _CDRLEE = "CapacityDecreaseRequestsLimitExceededException";
var _CHZI = "CanonicalHostedZoneId";
var _CI = "ClientId";
var _CL = "CertificateList";
var _CLBI = "CreateLoadBalancerInput";
var _CLI = "CreateListenerInput";
var _CNFE2 = "CertificateNotFoundException";
var _COIP = "CustomerOwnedIpv4Pool";
var _CRPE = "CapacityReservationPendingException";
var _CS = "ClientSecret";
var _CT3 = "ContentType";
var _CTr = "CreatedTime";
var _CULEE = "CapacityUnitsLimitExceededException";
var _Ce = "Certificate";
var _Ci = "Cipher";
var _Cip = "Ciphers";
var _Co = "Code";
var _D3 = "Description";
var _DA = "DefaultActions";
var _DASAE = "DeleteAssociationSameAccountException";
var _DLBIe = "DescribeLoadBalancersInput";
var _DLBNE = "DuplicateLoadBalancerNameException";
var _DLE = "DuplicateListenerException";
var _DLIe = "DescribeListenersInput";
var _DNSN = "DNSName";
var _DRIe = "DescribeRulesInput";
var _DS = "DurationSeconds";
var _DSSLPI = "DescribeSSLPoliciesInput";
var _DTGIe = "DescribeTargetGroupsInput";
var _DTGNE = "DuplicateTargetGroupNameException";
var _DTGOe = "DescribeTargetGroupsOutput";
var _DTGe = "DescribeTargetGroups";
var _DTH = "DescribeTargetHealth";
var _DTHI = "DescribeTargetHealthInput";
var _DTHO = "DescribeTargetHealthOutput";
var _DTIe = "DescribeTagsInput";
var _DTKE = "DuplicateTagKeysException";
var _DTSIe = "DescribeTrustStoresInput";
var _DTSNE = "DuplicateTrustStoreNameException";
var _DTSRI = "DescribeTrustStoreRevocationsInput";
var _E3 = "Enabled";
var _EPFISN = "EnablePrefixForIpv6SourceNat";
var _ESGIROPLT = "EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic";
var _F2 = "Format";
var _FAC = "ForwardActionConfig";
var _FC2 = "ForwardConfig";
var _FRAC = "FixedResponseActionConfig";
var _FRC = "FixedResponseConfig";
var _Fi = "Field";
var _GC = "GrpcCode";
var _H = "Host";
var _HC = "HttpCode";
var _HCE = "HealthCheckEnabled";
var _HCIS = "HealthCheckIntervalSeconds";
var _HCP = "HealthCheckProtocol";
var _HCPe = "HealthCheckPort";
var _HCPea = "HealthCheckPath";
var _HCTS = "HealthCheckTimeoutSeconds";
var _HHC = "HostHeaderConfig";
var _HHCC = "HostHeaderConditionConfig";
var _HHCCt = "HttpHeaderConditionConfig";
var _HHCt = "HttpHeaderConfig";
var _HHN = "HttpHeaderName";
var _HRMC = "HttpRequestMethodConfig";
var _HRMCC = "HttpRequestMethodConditionConfig";
var _HTC = "HealthyThresholdCount";
var _HUE = "HealthUnavailableException";
var _I = "Issuer";
var _IA = "IpAddress";
var _IAT = "IpAddressType";
var _ICCBE = "InvalidCaCertificatesBundleException";
var _ICCE = "IgnoreClientCertificateExpiry";
var _ICE = "InsufficientCapacityException";
var _ICRE = "InvalidConfigurationRequestException";
var _ID = "IsDefault";
var _IIPI = "Ipv4IpamPoolId";
var _ILBAE = "InvalidLoadBalancerActionException";
var _IP = "IpamPools";
var _IPA = "IPv6Address";
var _IPE3 = "IncompatibleProtocolsException";
var _IRCE = "InvalidRevocationContentException";
var _ISE3 = "InvalidSchemeException";
var _ISEn2 = "InvalidSubnetException";
var _ISGE = "InvalidSecurityGroupException";
var _ITE2 = "InvalidTargetException";
var _Id = "Id";
var _In = "Include";
var _JE = "JwksEndpoint";
var _JVAAC = "JwtValidationActionAdditionalClaim";
var _JVAACw = "JwtValidationActionAdditionalClaims";
var _JVAC = "JwtValidationActionConfig";
var _JVC = "JwtValidationConfig";
var _K = "Key";
var _LA2 = "ListenerArn";
var _LAi = "ListenerArns";
var _LBA = "LoadBalancerAddresses";
var _LBAo = "LoadBalancerArn";
var _LBAoa = "LoadBalancerArns";
var _LBAoad = "LoadBalancerAddress";
var _LBN = "LoadBalancerName";
var _LBNFE = "LoadBalancerNotFoundException";
var _LBS = "LoadBalancerState";
var _LBT = "LoadBalancerType";
var _LBo = "LoadBalancer";
var _LNFE = "ListenerNotFoundException";
var _Lis = "Listener";
var _M2 = "Message";
var _MA = "MutualAuthentication";
var _MAA = "MutualAuthenticationAttributes";
var _MB = "MessageBody";
var _MIE = "MitigationInEffect";
var _MIPI = "ModifyIpPoolsInput";
var _MLI = "ModifyListenerInput";
var _Ma = "Matcher";
var _Mar = "Marker";
var _Mo = "Mode";
var _N = "Name";
var _NM = "NextMarker";
var _Na = "Names";
var _O = "Order";
var _OI = "OutpostId";
var _ONPE2 = "OperationNotPermittedException";
var _OUR = "OnUnauthenticatedRequest";
var _P2 = "Priority";
var _PIPA = "PrivateIPv4Address";
var _PIUE = "PriorityInUseException";
var _PPC = "PathPatternConfig";
var _PPCC = "PathPatternConditionConfig";
var _PRNCE = "PriorRequestNotCompleteException";
var _PS = "PageSize";
var _PV = "ProtocolVersion";
var _Pa = "Path";
var _Po = "Port";
var _Pr2 = "Protocol";
var _Q = "Query";
var _QSC = "QueryStringConfig";
var _QSCC = "QueryStringConditionConfig";
var _QSI = "QuicServerId";
var _QSKVP = "QueryStringKeyValuePair";
var _QSKVPL = "QueryStringKeyValuePairList";
var _R2 = "Reason";
var _RA = "ResourceArns";
var _RAC = "RedirectActionConfig";
var _RAul = "RuleArns";
var _RC2 = "RedirectConfig";
var _RCNFE = "RevocationContentNotFoundException";
var _RCu = "RuleCondition";
var _RINFE = "RevocationIdNotFoundException";
var _RIP = "RemoveIpamPools";
var _RIUE = "ResourceInUseException";
var _RIe = "RevocationIds";
var _RNFE3 = "ResourceNotFoundException";
var _RNFEu = "RuleNotFoundException";
var _RTIe = "RemoveTagsInput";
var _RTSRI = "RemoveTrustStoreRevocationsInput";
var _RV = "RegexValues";
var _Re2 = "Result";
var _S = "State";
var _SC2 = "StatusCode";
var _SCN = "SessionCookieName";
var _SG = "SecurityGroups";
var _SGI = "SecurityGroupIds";
var _SI = "SubnetId";
var _SIC = "SourceIpConfig";
var _SICC = "SourceIpConditionConfig";
var _SLBT = "SupportedLoadBalancerTypes";
var _SM = "SubnetMappings";
var _SMu = "SubnetMapping";
var _SNFE = "SubnetNotFoundException";
var _SNIP = "SourceNatIpv6Prefixes";
var _SNIPo = "SourceNatIpv6Prefix";
var _SP = "SslPolicy";
var _SPsl = "SslProtocols";
var _SSGI = "SetSecurityGroupsInput";
var _SSGO = "SetSecurityGroupsOutput";
var _SSI = "SetSubnetsInput";
var _SSLPNFE = "SSLPolicyNotFoundException";
var _ST2 = "SessionTimeout";
var _Sc = "Scope";
var _Sch = "Scheme";
var _Su = "Subnets";
var _T2 = "Type";
var _TCP = "TargetControlPort";
var _TDar = "TargetDescription";
var _TDarg = "TargetDescriptions";
var _TE3 = "TokenEndpoint";
var _TG = "TargetGroups";
var _TGA = "TargetGroupArn";
var _TGALE = "TargetGroupAssociationLimitException";
var _TGAa = "TargetGroupArns";
var _TGL = "TargetGroupList";
var _TGN = "TargetGroupName";
var _TGNFE = "TargetGroupNotFoundException";
var _TGSC = "TargetGroupStickinessConfig";
var _TGT = "TargetGroupTuple";
var _TGa = "TargetGroup";
var _TH = "TargetHealth";
var _THD = "TargetHealthDescriptions";
var _THDa = "TargetHealthDescription";
var _TK = "TagKeys";
var _TL = "TagList";
var _TMAE = "TooManyActionsException";
var _TMCE = "TooManyCertificatesException";
var _TMLBE = "TooManyLoadBalancersException";
var _TMLE = "TooManyListenersException";
var _TMRE = "TooManyRulesException";
var _TMRFTIE = "TooManyRegistrationsForTargetIdException";
var _TMTE2 = "TooManyTagsException";
var _TMTEo = "TooManyTargetsException";
var _TMTGE = "TooManyTargetGroupsException";
var _TMTSE = "TooManyTrustStoresException";
var _TMTSREE = "TooManyTrustStoreRevocationEntriesException";
var _TMUTGPLBE = "TooManyUniqueTargetGroupsPerLoadBalancerException";
var _TSA = "TrustStoreArn";
var _TSANFE = "TrustStoreAssociationNotFoundException";
var _TSAS = "TrustStoreAssociationStatus";
var _TSAru = "TrustStoreArns";
var _TSIUE = "TrustStoreInUseException";
var _TSNFE = "TrustStoreNotFoundException";
var _TSNRE = "TrustStoreNotReadyException";
var _TT = "TargetType";
var _Ta = "Tags";
var _Tag = "Tag";
var _Tar = "Targets";
var _Targ = "Target";
var _UECS = "UseExistingClientSecret";
var _UIE = "UserInfoEndpoint";
var _UPA = "UserPoolArn";
var _UPCI = "UserPoolClientId";
var _UPD = "UserPoolDomain";
var _UPE = "UnsupportedProtocolException";
var _UTC = "UnhealthyThresholdCount";
var _V2 = "Values";
var _VI = "VpcId";
var _Va = "Value";
var _W = "Weight";
var _ZN = "ZoneName";
var _aQE2 = "awsQueryError";
var _c3 = "client";
var _e3 = "error";
var _hE3 = "httpError";
var _s3 = "smithy.ts.sdk.synthetic.com.amazonaws.elasticloadbalancingv2";
var _se2 = "server";
var n03 = "com.amazonaws.elasticloadbalancingv2";
var _s_registry3 = new TypeRegistry(_s3);
var ElasticLoadBalancingV2ServiceException$ = [-3, _s3, "ElasticLoadBalancingV2ServiceException", 0, [], []];
_s_registry3.registerError(ElasticLoadBalancingV2ServiceException$, ElasticLoadBalancingV2ServiceException);
var n0_registry3 = new TypeRegistry(n03);
var AllocationIdNotFoundException$ = [
  -3,
  n03,
  _AINFE,
  { [_aQE2]: [`AllocationIdNotFound`, 400], [_e3]: _c3, [_hE3]: 400 },
  [_M2],
  [0]
];
n0_registry3.registerError(AllocationIdNotFoundException$, AllocationIdNotFoundException);
var ALPNPolicyNotSupportedException$ = [
  -3,
  n03,
  _ALPNPNSE,
  { [_aQE2]: [`ALPNPolicyNotFound`, 400], [_e3]: _c3, [_hE3]: 400 },
  [_M2],
  [0]
];
n0_registry3.registerError(ALPNPolicyNotSupportedException$, ALPNPolicyNotSupportedException);
var AvailabilityZoneNotSupportedException$ = [
  -3,
  n03,
  _AZNSE,
  { [_aQE2]: [`AvailabilityZoneNotSupported`, 400], [_e3]: _c3, [_hE3]: 400 },
  [_M2],
  [0]
];
n0_registry3.registerError(AvailabilityZoneNotSupportedException$, AvailabilityZoneNotSupportedException);
var CaCertificatesBundleNotFoundException$ = [
  -3,
  n03,
  _CCBNFE,
  { [_aQE2]: [`CaCertificatesBundleNotFound`, 400], [_e3]: _c3, [_hE3]: 400 },
  [_M2],
  [0]
];
n0_registry3.registerError(CaCertificatesBundleNotFoundException$, CaCertificatesBundleNotFoundException);
var CapacityDecreaseRequestsLimitExceededException$ = [
  -3,
  n03,
  _CDRLEE,
  { [_aQE2]: [`CapacityDecreaseRequestLimitExceeded`, 400], [_e3]: _c3, [_hE3]: 400 },
  [_M2],
  [0]
];
n0_registry3.registerError(CapacityDecreaseRequestsLimitExceededException$, CapacityDecreaseRequestsLimitExceededException);
var CapacityReservationPendingException$ = [
  -3,
  n03,
  _CRPE,
  { [_aQE2]: [`CapacityReservationPending`, 400], [_e3]: _c3, [_hE3]: 400 },
  [_M2],
  [0]
];
n0_registry3.registerError(CapacityReservationPendingException$, CapacityReservationPendingException);
var CapacityUnitsLimitExceededException$ = [
  -3,
  n03,
  _CULEE,
  { [_aQE2]: [`CapacityUnitsLimitExceeded`, 400], [_e3]: _c3, [_hE3]: 400 },
  [_M2],
  [0]
];
n0_registry3.registerError(CapacityUnitsLimitExceededException$, CapacityUnitsLimitExceededException);
var CertificateNotFoundException$ = [
  -3,
  n03,
  _CNFE2,
  { [_aQE2]: [`CertificateNotFound`, 400], [_e3]: _c3, [_hE3]: 400 },
  [_M2],
  [0]
];
n0_registry3.registerError(CertificateNotFoundException$, CertificateNotFoundException);
var DeleteAssociationSameAccountException$ = [
  -3,
  n03,
  _DASAE,
  { [_aQE2]: [`DeleteAssociationSameAccount`, 400], [_e3]: _c3, [_hE3]: 400 },
  [_M2],
  [0]
];
n0_registry3.registerError(DeleteAssociationSameAccountException$, DeleteAssociationSameAccountException);
var DuplicateListenerException$ = [
  -3,
  n03,
  _DLE,
  { [_aQE2]: [`DuplicateListener`, 400], [_e3]: _c3, [_hE3]: 400 },
  [_M2],
  [0]
];
n0_registry3.registerError(DuplicateListenerException$, DuplicateListenerException);
var DuplicateLoadBalancerNameException$ = [
  -3,
  n03,
  _DLBNE,
  { [_aQE2]: [`DuplicateLoadBalancerName`, 400], [_e3]: _c3, [_hE3]: 400 },
  [_M2],
  [0]
];
n0_registry3.registerError(DuplicateLoadBalancerNameException$, DuplicateLoadBalancerNameException);
var DuplicateTagKeysException$ = [
  -3,
  n03,
  _DTKE,
  { [_aQE2]: [`DuplicateTagKeys`, 400], [_e3]: _c3, [_hE3]: 400 },
  [_M2],
  [0]
];
n0_registry3.registerError(DuplicateTagKeysException$, DuplicateTagKeysException);
var DuplicateTargetGroupNameException$ = [
  -3,
  n03,
  _DTGNE,
  { [_aQE2]: [`DuplicateTargetGroupName`, 400], [_e3]: _c3, [_hE3]: 400 },
  [_M2],
  [0]
];
n0_registry3.registerError(DuplicateTargetGroupNameException$, DuplicateTargetGroupNameException);
var DuplicateTrustStoreNameException$ = [
  -3,
  n03,
  _DTSNE,
  { [_aQE2]: [`DuplicateTrustStoreName`, 400], [_e3]: _c3, [_hE3]: 400 },
  [_M2],
  [0]
];
n0_registry3.registerError(DuplicateTrustStoreNameException$, DuplicateTrustStoreNameException);
var HealthUnavailableException$ = [
  -3,
  n03,
  _HUE,
  { [_aQE2]: [`HealthUnavailable`, 500], [_e3]: _se2, [_hE3]: 500 },
  [_M2],
  [0]
];
n0_registry3.registerError(HealthUnavailableException$, HealthUnavailableException);
var IncompatibleProtocolsException$ = [
  -3,
  n03,
  _IPE3,
  { [_aQE2]: [`IncompatibleProtocols`, 400], [_e3]: _c3, [_hE3]: 400 },
  [_M2],
  [0]
];
n0_registry3.registerError(IncompatibleProtocolsException$, IncompatibleProtocolsException);
var InsufficientCapacityException$ = [
  -3,
  n03,
  _ICE,
  { [_aQE2]: [`InsufficientCapacity`, 500], [_e3]: _se2, [_hE3]: 500 },
  [_M2],
  [0]
];
n0_registry3.registerError(InsufficientCapacityException$, InsufficientCapacityException);
var InvalidCaCertificatesBundleException$ = [
  -3,
  n03,
  _ICCBE,
  { [_aQE2]: [`InvalidCaCertificatesBundle`, 400], [_e3]: _c3, [_hE3]: 400 },
  [_M2],
  [0]
];
n0_registry3.registerError(InvalidCaCertificatesBundleException$, InvalidCaCertificatesBundleException);
var InvalidConfigurationRequestException$ = [
  -3,
  n03,
  _ICRE,
  { [_aQE2]: [`InvalidConfigurationRequest`, 400], [_e3]: _c3, [_hE3]: 400 },
  [_M2],
  [0]
];
n0_registry3.registerError(InvalidConfigurationRequestException$, InvalidConfigurationRequestException);
var InvalidLoadBalancerActionException$ = [
  -3,
  n03,
  _ILBAE,
  { [_aQE2]: [`InvalidLoadBalancerAction`, 400], [_e3]: _c3, [_hE3]: 400 },
  [_M2],
  [0]
];
n0_registry3.registerError(InvalidLoadBalancerActionException$, InvalidLoadBalancerActionException);
var InvalidRevocationContentException$ = [
  -3,
  n03,
  _IRCE,
  { [_aQE2]: [`InvalidRevocationContent`, 400], [_e3]: _c3, [_hE3]: 400 },
  [_M2],
  [0]
];
n0_registry3.registerError(InvalidRevocationContentException$, InvalidRevocationContentException);
var InvalidSchemeException$ = [
  -3,
  n03,
  _ISE3,
  { [_aQE2]: [`InvalidScheme`, 400], [_e3]: _c3, [_hE3]: 400 },
  [_M2],
  [0]
];
n0_registry3.registerError(InvalidSchemeException$, InvalidSchemeException);
var InvalidSecurityGroupException$ = [
  -3,
  n03,
  _ISGE,
  { [_aQE2]: [`InvalidSecurityGroup`, 400], [_e3]: _c3, [_hE3]: 400 },
  [_M2],
  [0]
];
n0_registry3.registerError(InvalidSecurityGroupException$, InvalidSecurityGroupException);
var InvalidSubnetException$ = [
  -3,
  n03,
  _ISEn2,
  { [_aQE2]: [`InvalidSubnet`, 400], [_e3]: _c3, [_hE3]: 400 },
  [_M2],
  [0]
];
n0_registry3.registerError(InvalidSubnetException$, InvalidSubnetException);
var InvalidTargetException$ = [
  -3,
  n03,
  _ITE2,
  { [_aQE2]: [`InvalidTarget`, 400], [_e3]: _c3, [_hE3]: 400 },
  [_M2],
  [0]
];
n0_registry3.registerError(InvalidTargetException$, InvalidTargetException);
var ListenerNotFoundException$ = [
  -3,
  n03,
  _LNFE,
  { [_aQE2]: [`ListenerNotFound`, 400], [_e3]: _c3, [_hE3]: 400 },
  [_M2],
  [0]
];
n0_registry3.registerError(ListenerNotFoundException$, ListenerNotFoundException);
var LoadBalancerNotFoundException$ = [
  -3,
  n03,
  _LBNFE,
  { [_aQE2]: [`LoadBalancerNotFound`, 400], [_e3]: _c3, [_hE3]: 400 },
  [_M2],
  [0]
];
n0_registry3.registerError(LoadBalancerNotFoundException$, LoadBalancerNotFoundException);
var OperationNotPermittedException$2 = [
  -3,
  n03,
  _ONPE2,
  { [_aQE2]: [`OperationNotPermitted`, 400], [_e3]: _c3, [_hE3]: 400 },
  [_M2],
  [0]
];
n0_registry3.registerError(OperationNotPermittedException$2, OperationNotPermittedException2);
var PriorityInUseException$ = [
  -3,
  n03,
  _PIUE,
  { [_aQE2]: [`PriorityInUse`, 400], [_e3]: _c3, [_hE3]: 400 },
  [_M2],
  [0]
];
n0_registry3.registerError(PriorityInUseException$, PriorityInUseException);
var PriorRequestNotCompleteException$ = [
  -3,
  n03,
  _PRNCE,
  { [_aQE2]: [`PriorRequestNotComplete`, 429], [_e3]: _c3, [_hE3]: 429 },
  [_M2],
  [0]
];
n0_registry3.registerError(PriorRequestNotCompleteException$, PriorRequestNotCompleteException);
var ResourceInUseException$ = [
  -3,
  n03,
  _RIUE,
  { [_aQE2]: [`ResourceInUse`, 400], [_e3]: _c3, [_hE3]: 400 },
  [_M2],
  [0]
];
n0_registry3.registerError(ResourceInUseException$, ResourceInUseException);
var ResourceNotFoundException$3 = [
  -3,
  n03,
  _RNFE3,
  { [_aQE2]: [`ResourceNotFound`, 400], [_e3]: _c3, [_hE3]: 400 },
  [_M2],
  [0]
];
n0_registry3.registerError(ResourceNotFoundException$3, ResourceNotFoundException3);
var RevocationContentNotFoundException$ = [
  -3,
  n03,
  _RCNFE,
  { [_aQE2]: [`RevocationContentNotFound`, 400], [_e3]: _c3, [_hE3]: 400 },
  [_M2],
  [0]
];
n0_registry3.registerError(RevocationContentNotFoundException$, RevocationContentNotFoundException);
var RevocationIdNotFoundException$ = [
  -3,
  n03,
  _RINFE,
  { [_aQE2]: [`RevocationIdNotFound`, 400], [_e3]: _c3, [_hE3]: 400 },
  [_M2],
  [0]
];
n0_registry3.registerError(RevocationIdNotFoundException$, RevocationIdNotFoundException);
var RuleNotFoundException$ = [
  -3,
  n03,
  _RNFEu,
  { [_aQE2]: [`RuleNotFound`, 400], [_e3]: _c3, [_hE3]: 400 },
  [_M2],
  [0]
];
n0_registry3.registerError(RuleNotFoundException$, RuleNotFoundException);
var SSLPolicyNotFoundException$ = [
  -3,
  n03,
  _SSLPNFE,
  { [_aQE2]: [`SSLPolicyNotFound`, 400], [_e3]: _c3, [_hE3]: 400 },
  [_M2],
  [0]
];
n0_registry3.registerError(SSLPolicyNotFoundException$, SSLPolicyNotFoundException);
var SubnetNotFoundException$ = [
  -3,
  n03,
  _SNFE,
  { [_aQE2]: [`SubnetNotFound`, 400], [_e3]: _c3, [_hE3]: 400 },
  [_M2],
  [0]
];
n0_registry3.registerError(SubnetNotFoundException$, SubnetNotFoundException);
var TargetGroupAssociationLimitException$ = [
  -3,
  n03,
  _TGALE,
  { [_aQE2]: [`TargetGroupAssociationLimit`, 400], [_e3]: _c3, [_hE3]: 400 },
  [_M2],
  [0]
];
n0_registry3.registerError(TargetGroupAssociationLimitException$, TargetGroupAssociationLimitException);
var TargetGroupNotFoundException$ = [
  -3,
  n03,
  _TGNFE,
  { [_aQE2]: [`TargetGroupNotFound`, 400], [_e3]: _c3, [_hE3]: 400 },
  [_M2],
  [0]
];
n0_registry3.registerError(TargetGroupNotFoundException$, TargetGroupNotFoundException);
var TooManyActionsException$ = [
  -3,
  n03,
  _TMAE,
  { [_aQE2]: [`TooManyActions`, 400], [_e3]: _c3, [_hE3]: 400 },
  [_M2],
  [0]
];
n0_registry3.registerError(TooManyActionsException$, TooManyActionsException);
var TooManyCertificatesException$ = [
  -3,
  n03,
  _TMCE,
  { [_aQE2]: [`TooManyCertificates`, 400], [_e3]: _c3, [_hE3]: 400 },
  [_M2],
  [0]
];
n0_registry3.registerError(TooManyCertificatesException$, TooManyCertificatesException);
var TooManyListenersException$ = [
  -3,
  n03,
  _TMLE,
  { [_aQE2]: [`TooManyListeners`, 400], [_e3]: _c3, [_hE3]: 400 },
  [_M2],
  [0]
];
n0_registry3.registerError(TooManyListenersException$, TooManyListenersException);
var TooManyLoadBalancersException$ = [
  -3,
  n03,
  _TMLBE,
  { [_aQE2]: [`TooManyLoadBalancers`, 400], [_e3]: _c3, [_hE3]: 400 },
  [_M2],
  [0]
];
n0_registry3.registerError(TooManyLoadBalancersException$, TooManyLoadBalancersException);
var TooManyRegistrationsForTargetIdException$ = [
  -3,
  n03,
  _TMRFTIE,
  { [_aQE2]: [`TooManyRegistrationsForTargetId`, 400], [_e3]: _c3, [_hE3]: 400 },
  [_M2],
  [0]
];
n0_registry3.registerError(TooManyRegistrationsForTargetIdException$, TooManyRegistrationsForTargetIdException);
var TooManyRulesException$ = [
  -3,
  n03,
  _TMRE,
  { [_aQE2]: [`TooManyRules`, 400], [_e3]: _c3, [_hE3]: 400 },
  [_M2],
  [0]
];
n0_registry3.registerError(TooManyRulesException$, TooManyRulesException);
var TooManyTagsException$2 = [
  -3,
  n03,
  _TMTE2,
  { [_aQE2]: [`TooManyTags`, 400], [_e3]: _c3, [_hE3]: 400 },
  [_M2],
  [0]
];
n0_registry3.registerError(TooManyTagsException$2, TooManyTagsException2);
var TooManyTargetGroupsException$ = [
  -3,
  n03,
  _TMTGE,
  { [_aQE2]: [`TooManyTargetGroups`, 400], [_e3]: _c3, [_hE3]: 400 },
  [_M2],
  [0]
];
n0_registry3.registerError(TooManyTargetGroupsException$, TooManyTargetGroupsException);
var TooManyTargetsException$ = [
  -3,
  n03,
  _TMTEo,
  { [_aQE2]: [`TooManyTargets`, 400], [_e3]: _c3, [_hE3]: 400 },
  [_M2],
  [0]
];
n0_registry3.registerError(TooManyTargetsException$, TooManyTargetsException);
var TooManyTrustStoreRevocationEntriesException$ = [
  -3,
  n03,
  _TMTSREE,
  { [_aQE2]: [`TooManyTrustStoreRevocationEntries`, 400], [_e3]: _c3, [_hE3]: 400 },
  [_M2],
  [0]
];
n0_registry3.registerError(TooManyTrustStoreRevocationEntriesException$, TooManyTrustStoreRevocationEntriesException);
var TooManyTrustStoresException$ = [
  -3,
  n03,
  _TMTSE,
  { [_aQE2]: [`TooManyTrustStores`, 400], [_e3]: _c3, [_hE3]: 400 },
  [_M2],
  [0]
];
n0_registry3.registerError(TooManyTrustStoresException$, TooManyTrustStoresException);
var TooManyUniqueTargetGroupsPerLoadBalancerException$ = [
  -3,
  n03,
  _TMUTGPLBE,
  { [_aQE2]: [`TooManyUniqueTargetGroupsPerLoadBalancer`, 400], [_e3]: _c3, [_hE3]: 400 },
  [_M2],
  [0]
];
n0_registry3.registerError(TooManyUniqueTargetGroupsPerLoadBalancerException$, TooManyUniqueTargetGroupsPerLoadBalancerException);
var TrustStoreAssociationNotFoundException$ = [
  -3,
  n03,
  _TSANFE,
  { [_aQE2]: [`AssociationNotFound`, 400], [_e3]: _c3, [_hE3]: 400 },
  [_M2],
  [0]
];
n0_registry3.registerError(TrustStoreAssociationNotFoundException$, TrustStoreAssociationNotFoundException);
var TrustStoreInUseException$ = [
  -3,
  n03,
  _TSIUE,
  { [_aQE2]: [`TrustStoreInUse`, 400], [_e3]: _c3, [_hE3]: 400 },
  [_M2],
  [0]
];
n0_registry3.registerError(TrustStoreInUseException$, TrustStoreInUseException);
var TrustStoreNotFoundException$ = [
  -3,
  n03,
  _TSNFE,
  { [_aQE2]: [`TrustStoreNotFound`, 400], [_e3]: _c3, [_hE3]: 400 },
  [_M2],
  [0]
];
n0_registry3.registerError(TrustStoreNotFoundException$, TrustStoreNotFoundException);
var TrustStoreNotReadyException$ = [
  -3,
  n03,
  _TSNRE,
  { [_aQE2]: [`TrustStoreNotReady`, 400], [_e3]: _c3, [_hE3]: 400 },
  [_M2],
  [0]
];
n0_registry3.registerError(TrustStoreNotReadyException$, TrustStoreNotReadyException);
var UnsupportedProtocolException$ = [
  -3,
  n03,
  _UPE,
  { [_aQE2]: [`UnsupportedProtocol`, 400], [_e3]: _c3, [_hE3]: 400 },
  [_M2],
  [0]
];
n0_registry3.registerError(UnsupportedProtocolException$, UnsupportedProtocolException);
var errorTypeRegistries3 = [
  _s_registry3,
  n0_registry3
];
var Action$ = [
  3,
  n03,
  _A2,
  0,
  [_T2, _TGA, _AOC, _ACC, _O, _RC2, _FRC, _FC2, _JVC],
  [0, 0, () => AuthenticateOidcActionConfig$, () => AuthenticateCognitoActionConfig$, 1, () => RedirectActionConfig$, () => FixedResponseActionConfig$, () => ForwardActionConfig$, () => JwtValidationActionConfig$],
  1
];
var AddTagsInput$ = [
  3,
  n03,
  _ATI,
  0,
  [_RA, _Ta],
  [64 | 0, () => TagList2],
  2
];
var AdministrativeOverride$ = [
  3,
  n03,
  _AO,
  0,
  [_S, _R2, _D3],
  [0, 0, 0]
];
var AnomalyDetection$ = [
  3,
  n03,
  _AD2,
  0,
  [_Re2, _MIE],
  [0, 0]
];
var AuthenticateCognitoActionConfig$ = [
  3,
  n03,
  _ACAC,
  0,
  [_UPA, _UPCI, _UPD, _SCN, _Sc, _ST2, _AREP, _OUR],
  [0, 0, 0, 0, 0, 1, 128 | 0, 0],
  3
];
var AuthenticateOidcActionConfig$ = [
  3,
  n03,
  _AOAC,
  0,
  [_I, _AE, _TE3, _UIE, _CI, _CS, _SCN, _Sc, _ST2, _AREP, _OUR, _UECS],
  [0, 0, 0, 0, 0, 0, 0, 0, 1, 128 | 0, 0, 2],
  5
];
var AvailabilityZone$ = [
  3,
  n03,
  _AZ,
  0,
  [_ZN, _SI, _OI, _LBA, _SNIP],
  [0, 0, 0, () => LoadBalancerAddresses, 64 | 0]
];
var Certificate$ = [
  3,
  n03,
  _Ce,
  0,
  [_CA, _ID],
  [0, 2]
];
var Cipher$ = [
  3,
  n03,
  _Ci,
  0,
  [_N, _P2],
  [0, 1]
];
var CreateListenerInput$ = [
  3,
  n03,
  _CLI,
  0,
  [_LBAo, _DA, _Pr2, _Po, _SP, _C, _AP, _Ta, _MA],
  [0, () => Actions, 0, 1, 0, () => CertificateList, 64 | 0, () => TagList2, () => MutualAuthenticationAttributes$],
  2
];
var CreateLoadBalancerInput$ = [
  3,
  n03,
  _CLBI,
  0,
  [_N, _Su, _SM, _SG, _Sch, _Ta, _T2, _IAT, _COIP, _EPFISN, _IP],
  [0, 64 | 0, () => SubnetMappings, 64 | 0, 0, () => TagList2, 0, 0, 0, 0, () => IpamPools$],
  1
];
var DescribeListenersInput$ = [
  3,
  n03,
  _DLIe,
  0,
  [_LBAo, _LAi, _Mar, _PS],
  [0, 64 | 0, 0, 1]
];
var DescribeLoadBalancersInput$ = [
  3,
  n03,
  _DLBIe,
  0,
  [_LBAoa, _Na, _Mar, _PS],
  [64 | 0, 64 | 0, 0, 1]
];
var DescribeRulesInput$ = [
  3,
  n03,
  _DRIe,
  0,
  [_LA2, _RAul, _Mar, _PS],
  [0, 64 | 0, 0, 1]
];
var DescribeSSLPoliciesInput$ = [
  3,
  n03,
  _DSSLPI,
  0,
  [_Na, _Mar, _PS, _LBT],
  [64 | 0, 0, 1, 0]
];
var DescribeTagsInput$ = [
  3,
  n03,
  _DTIe,
  0,
  [_RA],
  [64 | 0],
  1
];
var DescribeTargetGroupsInput$ = [
  3,
  n03,
  _DTGIe,
  0,
  [_LBAo, _TGAa, _Na, _Mar, _PS],
  [0, 64 | 0, 64 | 0, 0, 1]
];
var DescribeTargetGroupsOutput$ = [
  3,
  n03,
  _DTGOe,
  0,
  [_TG, _NM],
  [() => TargetGroups, 0]
];
var DescribeTargetHealthInput$ = [
  3,
  n03,
  _DTHI,
  0,
  [_TGA, _Tar, _In],
  [0, () => TargetDescriptions, 64 | 0],
  1
];
var DescribeTargetHealthOutput$ = [
  3,
  n03,
  _DTHO,
  0,
  [_THD],
  [() => TargetHealthDescriptions]
];
var DescribeTrustStoreRevocationsInput$ = [
  3,
  n03,
  _DTSRI,
  0,
  [_TSA, _RIe, _Mar, _PS],
  [0, 64 | 1, 0, 1],
  1
];
var DescribeTrustStoresInput$ = [
  3,
  n03,
  _DTSIe,
  0,
  [_TSAru, _Na, _Mar, _PS],
  [64 | 0, 64 | 0, 0, 1]
];
var FixedResponseActionConfig$ = [
  3,
  n03,
  _FRAC,
  0,
  [_SC2, _MB, _CT3],
  [0, 0, 0],
  1
];
var ForwardActionConfig$ = [
  3,
  n03,
  _FAC,
  0,
  [_TG, _TGSC],
  [() => TargetGroupList, () => TargetGroupStickinessConfig$]
];
var HostHeaderConditionConfig$ = [
  3,
  n03,
  _HHCC,
  0,
  [_V2, _RV],
  [64 | 0, 64 | 0]
];
var HttpHeaderConditionConfig$ = [
  3,
  n03,
  _HHCCt,
  0,
  [_HHN, _V2, _RV],
  [0, 64 | 0, 64 | 0]
];
var HttpRequestMethodConditionConfig$ = [
  3,
  n03,
  _HRMCC,
  0,
  [_V2],
  [64 | 0]
];
var IpamPools$ = [
  3,
  n03,
  _IP,
  0,
  [_IIPI],
  [0]
];
var JwtValidationActionAdditionalClaim$ = [
  3,
  n03,
  _JVAAC,
  0,
  [_F2, _N, _V2],
  [0, 0, 64 | 0],
  3
];
var JwtValidationActionConfig$ = [
  3,
  n03,
  _JVAC,
  0,
  [_JE, _I, _AC2],
  [0, 0, () => JwtValidationActionAdditionalClaims],
  2
];
var Listener$ = [
  3,
  n03,
  _Lis,
  0,
  [_LA2, _LBAo, _Po, _Pr2, _C, _SP, _DA, _AP, _MA],
  [0, 0, 1, 0, () => CertificateList, 0, () => Actions, 64 | 0, () => MutualAuthenticationAttributes$]
];
var LoadBalancer$ = [
  3,
  n03,
  _LBo,
  0,
  [_LBAo, _DNSN, _CHZI, _CTr, _LBN, _Sch, _VI, _S, _T2, _AZv, _SG, _IAT, _COIP, _ESGIROPLT, _EPFISN, _IP],
  [0, 0, 0, 4, 0, 0, 0, () => LoadBalancerState$, 0, () => AvailabilityZones, 64 | 0, 0, 0, 0, 0, () => IpamPools$]
];
var LoadBalancerAddress$ = [
  3,
  n03,
  _LBAoad,
  0,
  [_IA, _AI, _PIPA, _IPA],
  [0, 0, 0, 0]
];
var LoadBalancerState$ = [
  3,
  n03,
  _LBS,
  0,
  [_Co, _R2],
  [0, 0]
];
var Matcher$ = [
  3,
  n03,
  _Ma,
  0,
  [_HC, _GC],
  [0, 0]
];
var ModifyIpPoolsInput$ = [
  3,
  n03,
  _MIPI,
  0,
  [_LBAo, _IP, _RIP],
  [0, () => IpamPools$, 64 | 0],
  1
];
var ModifyListenerInput$ = [
  3,
  n03,
  _MLI,
  0,
  [_LA2, _Po, _Pr2, _SP, _C, _DA, _AP, _MA],
  [0, 1, 0, 0, () => CertificateList, () => Actions, 64 | 0, () => MutualAuthenticationAttributes$],
  1
];
var MutualAuthenticationAttributes$ = [
  3,
  n03,
  _MAA,
  0,
  [_Mo, _TSA, _ICCE, _TSAS, _ATSCN],
  [0, 0, 2, 0, 0]
];
var PathPatternConditionConfig$ = [
  3,
  n03,
  _PPCC,
  0,
  [_V2, _RV],
  [64 | 0, 64 | 0]
];
var QueryStringConditionConfig$ = [
  3,
  n03,
  _QSCC,
  0,
  [_V2],
  [() => QueryStringKeyValuePairList]
];
var QueryStringKeyValuePair$ = [
  3,
  n03,
  _QSKVP,
  0,
  [_K, _Va],
  [0, 0]
];
var RedirectActionConfig$ = [
  3,
  n03,
  _RAC,
  0,
  [_SC2, _Pr2, _Po, _H, _Pa, _Q],
  [0, 0, 0, 0, 0, 0],
  1
];
var RemoveTagsInput$ = [
  3,
  n03,
  _RTIe,
  0,
  [_RA, _TK],
  [64 | 0, 64 | 0],
  2
];
var RemoveTrustStoreRevocationsInput$ = [
  3,
  n03,
  _RTSRI,
  0,
  [_TSA, _RIe],
  [0, 64 | 1],
  2
];
var RuleCondition$ = [
  3,
  n03,
  _RCu,
  0,
  [_Fi, _V2, _HHC, _PPC, _HHCt, _QSC, _HRMC, _SIC, _RV],
  [0, 64 | 0, () => HostHeaderConditionConfig$, () => PathPatternConditionConfig$, () => HttpHeaderConditionConfig$, () => QueryStringConditionConfig$, () => HttpRequestMethodConditionConfig$, () => SourceIpConditionConfig$, 64 | 0]
];
var SetSecurityGroupsInput$ = [
  3,
  n03,
  _SSGI,
  0,
  [_LBAo, _SG, _ESGIROPLT],
  [0, 64 | 0, 0],
  2
];
var SetSecurityGroupsOutput$ = [
  3,
  n03,
  _SSGO,
  0,
  [_SGI, _ESGIROPLT],
  [64 | 0, 0]
];
var SetSubnetsInput$ = [
  3,
  n03,
  _SSI,
  0,
  [_LBAo, _Su, _SM, _IAT, _EPFISN],
  [0, 64 | 0, () => SubnetMappings, 0, 0],
  1
];
var SourceIpConditionConfig$ = [
  3,
  n03,
  _SICC,
  0,
  [_V2, _IAT],
  [64 | 0, 0]
];
var SslPolicy$ = [
  3,
  n03,
  _SP,
  0,
  [_SPsl, _Cip, _N, _SLBT],
  [64 | 0, () => Ciphers, 0, 64 | 0]
];
var SubnetMapping$ = [
  3,
  n03,
  _SMu,
  0,
  [_SI, _AI, _PIPA, _IPA, _SNIPo],
  [0, 0, 0, 0, 0]
];
var Tag$ = [
  3,
  n03,
  _Tag,
  0,
  [_K, _Va],
  [0, 0],
  1
];
var TargetDescription$ = [
  3,
  n03,
  _TDar,
  0,
  [_Id, _Po, _AZ, _QSI],
  [0, 1, 0, 0],
  1
];
var TargetGroup$ = [
  3,
  n03,
  _TGa,
  0,
  [_TGA, _TGN, _Pr2, _Po, _VI, _HCP, _HCPe, _HCE, _HCIS, _HCTS, _HTC, _UTC, _HCPea, _Ma, _LBAoa, _TT, _PV, _IAT, _TCP],
  [0, 0, 0, 1, 0, 0, 0, 2, 1, 1, 1, 1, 0, () => Matcher$, 64 | 0, 0, 0, 0, 1]
];
var TargetGroupStickinessConfig$ = [
  3,
  n03,
  _TGSC,
  0,
  [_E3, _DS],
  [2, 1]
];
var TargetGroupTuple$ = [
  3,
  n03,
  _TGT,
  0,
  [_TGA, _W],
  [0, 1]
];
var TargetHealth$ = [
  3,
  n03,
  _TH,
  0,
  [_S, _R2, _D3],
  [0, 0, 0]
];
var TargetHealthDescription$ = [
  3,
  n03,
  _THDa,
  0,
  [_Targ, _HCPe, _TH, _AD2, _AO],
  [() => TargetDescription$, 0, () => TargetHealth$, () => AnomalyDetection$, () => AdministrativeOverride$]
];
var Actions = [
  1,
  n03,
  _Ac,
  0,
  () => Action$
];
var AlpnPolicyName = 64 | 0;
var AvailabilityZones = [
  1,
  n03,
  _AZv,
  0,
  () => AvailabilityZone$
];
var CertificateList = [
  1,
  n03,
  _CL,
  0,
  () => Certificate$
];
var Ciphers = [
  1,
  n03,
  _Cip,
  0,
  () => Cipher$
];
var JwtValidationActionAdditionalClaims = [
  1,
  n03,
  _JVAACw,
  0,
  () => JwtValidationActionAdditionalClaim$
];
var JwtValidationActionAdditionalClaimValues = 64 | 0;
var ListenerArns = 64 | 0;
var ListOfDescribeTargetHealthIncludeOptions = 64 | 0;
var ListOfString = 64 | 0;
var LoadBalancerAddresses = [
  1,
  n03,
  _LBA,
  0,
  () => LoadBalancerAddress$
];
var LoadBalancerArns = 64 | 0;
var LoadBalancerNames = 64 | 0;
var QueryStringKeyValuePairList = [
  1,
  n03,
  _QSKVPL,
  0,
  () => QueryStringKeyValuePair$
];
var RemoveIpamPools = 64 | 0;
var ResourceArns2 = 64 | 0;
var RevocationIds = 64 | 1;
var RuleArns = 64 | 0;
var SecurityGroups = 64 | 0;
var SourceNatIpv6Prefixes = 64 | 0;
var SslPolicyNames = 64 | 0;
var SslProtocols = 64 | 0;
var SubnetMappings = [
  1,
  n03,
  _SM,
  0,
  () => SubnetMapping$
];
var Subnets = 64 | 0;
var TagKeys = 64 | 0;
var TagList2 = [
  1,
  n03,
  _TL,
  0,
  () => Tag$
];
var TargetDescriptions = [
  1,
  n03,
  _TDarg,
  0,
  () => TargetDescription$
];
var TargetGroupArns = 64 | 0;
var TargetGroupList = [
  1,
  n03,
  _TGL,
  0,
  () => TargetGroupTuple$
];
var TargetGroupNames = 64 | 0;
var TargetGroups = [
  1,
  n03,
  _TG,
  0,
  () => TargetGroup$
];
var TargetHealthDescriptions = [
  1,
  n03,
  _THD,
  0,
  () => TargetHealthDescription$
];
var TrustStoreArns = 64 | 0;
var TrustStoreNames = 64 | 0;
var AuthenticateCognitoActionAuthenticationRequestExtraParams = 128 | 0;
var AuthenticateOidcActionAuthenticationRequestExtraParams = 128 | 0;
var DescribeTargetGroups$ = [
  9,
  n03,
  _DTGe,
  0,
  () => DescribeTargetGroupsInput$,
  () => DescribeTargetGroupsOutput$
];
var DescribeTargetHealth$ = [
  9,
  n03,
  _DTH,
  0,
  () => DescribeTargetHealthInput$,
  () => DescribeTargetHealthOutput$
];

// node_modules/@aws-sdk/client-elastic-load-balancing-v2/dist-es/runtimeConfig.shared.js
var getRuntimeConfig5 = (config) => {
  return {
    apiVersion: "2015-12-01",
    base64Decoder: config?.base64Decoder ?? fromBase64,
    base64Encoder: config?.base64Encoder ?? toBase64,
    disableHostPrefix: config?.disableHostPrefix ?? false,
    endpointProvider: config?.endpointProvider ?? defaultEndpointResolver3,
    extensions: config?.extensions ?? [],
    httpAuthSchemeProvider: config?.httpAuthSchemeProvider ?? defaultElasticLoadBalancingV2HttpAuthSchemeProvider,
    httpAuthSchemes: config?.httpAuthSchemes ?? [
      {
        schemeId: "aws.auth#sigv4",
        identityProvider: (ipc) => ipc.getIdentityProvider("aws.auth#sigv4"),
        signer: new AwsSdkSigV4Signer()
      }
    ],
    logger: config?.logger ?? new NoOpLogger(),
    protocol: config?.protocol ?? AwsQueryProtocol,
    protocolSettings: config?.protocolSettings ?? {
      defaultNamespace: "com.amazonaws.elasticloadbalancingv2",
      errorTypeRegistries: errorTypeRegistries3,
      xmlNamespace: "http://elasticloadbalancing.amazonaws.com/doc/2015-12-01/",
      version: "2015-12-01",
      serviceTarget: "ElasticLoadBalancing_v10"
    },
    serviceId: config?.serviceId ?? "Elastic Load Balancing v2",
    sha256: config?.sha256 ?? Sha256Node,
    urlParser: config?.urlParser ?? parseUrl,
    utf8Decoder: config?.utf8Decoder ?? fromUtf8,
    utf8Encoder: config?.utf8Encoder ?? toUtf8
  };
};

// node_modules/@aws-sdk/client-elastic-load-balancing-v2/dist-es/runtimeConfig.js
var getRuntimeConfig6 = (config) => {
  emitWarningIfUnsupportedVersion2(process.version);
  const defaultsMode = resolveDefaultsModeConfig(config);
  const defaultConfigProvider = () => defaultsMode().then(loadConfigsForDefaultMode);
  const clientSharedValues = getRuntimeConfig5(config);
  emitWarningIfUnsupportedVersion(process.version);
  const loaderConfig = {
    profile: config?.profile,
    logger: clientSharedValues.logger
  };
  return {
    ...clientSharedValues,
    ...config,
    runtime: "node",
    defaultsMode,
    authSchemePreference: config?.authSchemePreference ?? loadConfig(NODE_AUTH_SCHEME_PREFERENCE_OPTIONS, loaderConfig),
    bodyLengthChecker: config?.bodyLengthChecker ?? calculateBodyLength,
    credentialDefaultProvider: config?.credentialDefaultProvider ?? defaultProvider,
    defaultUserAgentProvider: config?.defaultUserAgentProvider ?? createDefaultUserAgentProvider({ serviceId: clientSharedValues.serviceId, clientVersion: package_default3.version }),
    maxAttempts: config?.maxAttempts ?? loadConfig(NODE_MAX_ATTEMPT_CONFIG_OPTIONS, config),
    region: config?.region ?? loadConfig(NODE_REGION_CONFIG_OPTIONS, { ...NODE_REGION_CONFIG_FILE_OPTIONS, ...loaderConfig }),
    requestHandler: NodeHttpHandler.create(config?.requestHandler ?? defaultConfigProvider),
    retryMode: config?.retryMode ?? loadConfig({
      ...NODE_RETRY_MODE_CONFIG_OPTIONS,
      default: async () => (await defaultConfigProvider()).retryMode || DEFAULT_RETRY_MODE
    }, config),
    streamCollector: config?.streamCollector ?? streamCollector,
    useDualstackEndpoint: config?.useDualstackEndpoint ?? loadConfig(NODE_USE_DUALSTACK_ENDPOINT_CONFIG_OPTIONS, loaderConfig),
    useFipsEndpoint: config?.useFipsEndpoint ?? loadConfig(NODE_USE_FIPS_ENDPOINT_CONFIG_OPTIONS, loaderConfig),
    userAgentAppId: config?.userAgentAppId ?? loadConfig(NODE_APP_ID_CONFIG_OPTIONS, loaderConfig)
  };
};

// node_modules/@aws-sdk/client-elastic-load-balancing-v2/dist-es/auth/httpAuthExtensionConfiguration.js
var getHttpAuthExtensionConfiguration3 = (runtimeConfig) => {
  const _httpAuthSchemes = runtimeConfig.httpAuthSchemes;
  let _httpAuthSchemeProvider = runtimeConfig.httpAuthSchemeProvider;
  let _credentials = runtimeConfig.credentials;
  return {
    setHttpAuthScheme(httpAuthScheme) {
      const index = _httpAuthSchemes.findIndex((scheme) => scheme.schemeId === httpAuthScheme.schemeId);
      if (index === -1) {
        _httpAuthSchemes.push(httpAuthScheme);
      } else {
        _httpAuthSchemes.splice(index, 1, httpAuthScheme);
      }
    },
    httpAuthSchemes() {
      return _httpAuthSchemes;
    },
    setHttpAuthSchemeProvider(httpAuthSchemeProvider) {
      _httpAuthSchemeProvider = httpAuthSchemeProvider;
    },
    httpAuthSchemeProvider() {
      return _httpAuthSchemeProvider;
    },
    setCredentials(credentials) {
      _credentials = credentials;
    },
    credentials() {
      return _credentials;
    }
  };
};
var resolveHttpAuthRuntimeConfig3 = (config) => {
  return {
    httpAuthSchemes: config.httpAuthSchemes(),
    httpAuthSchemeProvider: config.httpAuthSchemeProvider(),
    credentials: config.credentials()
  };
};

// node_modules/@aws-sdk/client-elastic-load-balancing-v2/dist-es/runtimeExtensions.js
var resolveRuntimeExtensions3 = (runtimeConfig, extensions) => {
  const extensionConfiguration = Object.assign(getAwsRegionExtensionConfiguration(runtimeConfig), getDefaultExtensionConfiguration(runtimeConfig), getHttpHandlerExtensionConfiguration(runtimeConfig), getHttpAuthExtensionConfiguration3(runtimeConfig));
  extensions.forEach((extension) => extension.configure(extensionConfiguration));
  return Object.assign(runtimeConfig, resolveAwsRegionExtensionConfiguration(extensionConfiguration), resolveDefaultRuntimeConfig(extensionConfiguration), resolveHttpHandlerRuntimeConfig(extensionConfiguration), resolveHttpAuthRuntimeConfig3(extensionConfiguration));
};

// node_modules/@aws-sdk/client-elastic-load-balancing-v2/dist-es/ElasticLoadBalancingV2Client.js
var ElasticLoadBalancingV2Client = class extends Client {
  config;
  constructor(...[configuration]) {
    const _config_0 = getRuntimeConfig6(configuration || {});
    super(_config_0);
    this.initConfig = _config_0;
    const _config_1 = resolveClientEndpointParameters3(_config_0);
    const _config_2 = resolveUserAgentConfig(_config_1);
    const _config_3 = resolveRetryConfig(_config_2);
    const _config_4 = resolveRegionConfig(_config_3);
    const _config_5 = resolveHostHeaderConfig(_config_4);
    const _config_6 = resolveEndpointConfig(_config_5);
    const _config_7 = resolveHttpAuthSchemeConfig3(_config_6);
    const _config_8 = resolveRuntimeExtensions3(_config_7, configuration?.extensions || []);
    this.config = _config_8;
    this.middlewareStack.use(getSchemaSerdePlugin(this.config));
    this.middlewareStack.use(getUserAgentPlugin(this.config));
    this.middlewareStack.use(getRetryPlugin(this.config));
    this.middlewareStack.use(getContentLengthPlugin(this.config));
    this.middlewareStack.use(getHostHeaderPlugin(this.config));
    this.middlewareStack.use(getLoggerPlugin(this.config));
    this.middlewareStack.use(getRecursionDetectionPlugin(this.config));
    this.middlewareStack.use(getHttpAuthSchemeEndpointRuleSetPlugin(this.config, {
      httpAuthSchemeParametersProvider: defaultElasticLoadBalancingV2HttpAuthSchemeParametersProvider,
      identityProviderConfigProvider: async (config) => new DefaultIdentityProviderConfig({
        "aws.auth#sigv4": config.credentials
      })
    }));
    this.middlewareStack.use(getHttpSigningPlugin(this.config));
  }
  destroy() {
    super.destroy();
  }
};

// node_modules/@aws-sdk/client-elastic-load-balancing-v2/dist-es/commandBuilder.js
var command5 = makeBuilder(commonParams3, "ElasticLoadBalancing_v10", "ElasticLoadBalancingV2Client", getEndpointPlugin);
var _ep05 = {};
var _mw05 = (Command, cs, config, o) => [];

// node_modules/@aws-sdk/client-elastic-load-balancing-v2/dist-es/commands/DescribeTargetGroupsCommand.js
var DescribeTargetGroupsCommand = class extends command5(_ep05, _mw05, "DescribeTargetGroups", DescribeTargetGroups$) {
};

// node_modules/@aws-sdk/client-elastic-load-balancing-v2/dist-es/commands/DescribeTargetHealthCommand.js
var DescribeTargetHealthCommand = class extends command5(_ep05, _mw05, "DescribeTargetHealth", DescribeTargetHealth$) {
};

// node_modules/@aws-sdk/client-elastic-load-balancing-v2/dist-es/pagination/DescribeTargetGroupsPaginator.js
var paginateDescribeTargetGroups = createPaginator(ElasticLoadBalancingV2Client, DescribeTargetGroupsCommand, "Marker", "NextMarker", "");

// node_modules/@aws-sdk/client-elasticache/dist-es/commands/DescribeEventsCommand.js
var DescribeEventsCommand = class extends command(_ep0, _mw0, "DescribeEvents", DescribeEvents$) {
};

// node_modules/@aws-sdk/client-elasticache/dist-es/pagination/DescribeEventsPaginator.js
var paginateDescribeEvents = createPaginator(ElastiCacheClient, DescribeEventsCommand, "Marker", "Marker", "MaxRecords");

// node_modules/@aws-sdk/client-rds/dist-es/commands/DescribeEventsCommand.js
var DescribeEventsCommand2 = class extends command2(_ep02, _mw02, "DescribeEvents", DescribeEvents$2) {
};

// node_modules/@aws-sdk/client-rds/dist-es/pagination/DescribeEventsPaginator.js
var paginateDescribeEvents2 = createPaginator(RDSClient, DescribeEventsCommand2, "Marker", "Marker", "MaxRecords");

// src/adapters/aws/log-query.ts
var mostGroupsOfQuery = 50;
var mostLinesOfQuery = 1e4;
var pollMs = 1e3;
var longestWaitMs = 12e4;
async function readLogs(client, { groups, pattern, since, most }, patience) {
  const there = await groupsThere(client, groups);
  const lines = [];
  for (const logGroupNames of inBatches(there, mostGroupsOfQuery)) {
    const queryString = [
      "fields @timestamp, @log, @message",
      // A slash would end the expression.
      `filter @message like /${pattern.replaceAll(/(?<!\\)\//g, "\\/")}/`,
      "sort @timestamp desc",
      `limit ${Math.min(most, mostLinesOfQuery)}`
    ].join(" | ");
    const window = { startTime: secondsOf(since), endTime: secondsOf(patience.clock.now()) };
    const attempt = { what: "search the logs", permission: "logs:StartQuery" };
    const request = new StartQueryCommand({ logGroupNames: [...logGroupNames], queryString, ...window });
    const { queryId = "" } = await asking(attempt, () => client.send(request));
    lines.push(...(await resultsOf(client, queryId, patience)).map(lineOf));
  }
  return lines.sort((one, other) => other.at.localeCompare(one.at)).slice(0, most);
}
async function groupsThere(client, names) {
  const found = await Promise.all(
    names.map(
      (logGroupNamePrefix) => asking(
        { what: "look for log groups", permission: "logs:DescribeLogGroups" },
        () => everyPage(paginateDescribeLogGroups({ client }, { logGroupNamePrefix }), ({ logGroups }) => logGroups)
      )
    )
  );
  const there = new Set(found.flat().map(({ logGroupName }) => logGroupName));
  return names.filter((name) => there.has(name));
}
async function resultsOf(client, queryId, { clock, signal }) {
  const attempt = { what: "read what the search of the logs found", permission: "logs:GetQueryResults" };
  const until = clock.now().getTime() + longestWaitMs;
  try {
    for (; ; ) {
      signal?.throwIfAborted();
      const { status = "", results = [] } = await asking(attempt, () => client.send(new GetQueryResultsCommand({ queryId })));
      if (status === "Complete") return results;
      if (!["Scheduled", "Running", "Unknown"].includes(status)) throw queryFailed(status);
      if (clock.now().getTime() >= until) throw queryFailed("still running after two minutes");
      await clock.sleep(pollMs, signal);
    }
  } catch (error) {
    await stopQuery(client, queryId);
    throw error;
  }
}
async function stopQuery(client, queryId) {
  await client.send(new StopQueryCommand({ queryId })).catch(() => void 0);
}
function lineOf(fields) {
  const fieldOf = (name) => fields.find(({ field }) => field === name)?.value ?? "";
  return {
    at: instantOf(fieldOf("@timestamp")),
    // Insights writes `123456789012:/aws/ecs/app`.
    group: fieldOf("@log").replace(/^\d{12}:/, ""),
    message: fieldOf("@message")
  };
}
function instantOf(written) {
  const at = /* @__PURE__ */ new Date(`${written.replace(" ", "T")}Z`);
  return Number.isNaN(at.getTime()) ? written : at.toISOString();
}
var secondsOf = (at) => Math.floor(at.getTime() / 1e3);
function queryFailed(how) {
  return failure({
    code: "logs/query-failed",
    what: `The search of the logs ended without a result: ${how}.`,
    next: "Search a shorter time, or look into CloudWatch Logs Insights yourself."
  });
}

// src/adapters/aws/service-evidence.ts
var mostTasksOfCall = 100;
var isGone = (error) => ["ClusterNotFoundException", "ServiceNotFoundException"].includes(nameOf(error));
async function readServiceEvents(client, { cluster, service }, since) {
  const attempt = { what: `read the events of ${service}`, permission: "ecs:DescribeServices" };
  const request = new DescribeServicesCommand({ cluster, services: [service] });
  const found = await askingFor(attempt, isGone, () => client.send(request));
  const events = (found?.services ?? []).flatMap(({ events: told = [] }) => told);
  return events.filter(({ createdAt }) => createdAt !== void 0 && createdAt >= since).map(({ createdAt = since, message = "" }) => ({ at: createdAt.toISOString(), source: service, message }));
}
async function readStoppedTasks(client, { cluster, service: serviceName }) {
  const listing = { what: `list the stopped tasks of ${serviceName}`, permission: "ecs:ListTasks" };
  const pages = paginateListTasks({ client }, { cluster, serviceName, desiredStatus: "STOPPED" });
  const arns = await askingFor(listing, isGone, () => everyPage(pages, ({ taskArns }) => taskArns)) ?? [];
  const reading = { what: `read the stopped tasks of ${serviceName}`, permission: "ecs:DescribeTasks" };
  const answers = await Promise.all(
    inBatches(arns, mostTasksOfCall).map(
      (tasks2) => askingFor(reading, isGone, () => client.send(new DescribeTasksCommand({ cluster, tasks: [...tasks2] })))
    )
  );
  const tasks = answers.flatMap((answer) => answer?.tasks ?? []).map(stoppedTaskOf);
  return tasks.sort((one, other) => other.stoppedAt.localeCompare(one.stoppedAt));
}
function stoppedTaskOf(task) {
  const { taskArn: arn = "", availabilityZone: zone = "", taskDefinitionArn: taskDefinition = "" } = task;
  return {
    arn,
    zone,
    // One that is about to stop has no such instant yet.
    stoppedAt: (task.stoppedAt ?? task.stoppingAt)?.toISOString() ?? "",
    taskDefinition,
    reason: task.stoppedReason ?? "",
    containers: (task.containers ?? []).flatMap(troubleOf)
  };
}
function troubleOf({ name = "", exitCode, reason }) {
  if (reason === void 0 && (exitCode === void 0 || exitCode === 0)) return [];
  const how = [...exitCode === void 0 ? [] : [`exit code ${exitCode}`], ...reason === void 0 ? [] : [reason]];
  return [`${name}: ${how.join(", ")}`];
}

// src/adapters/aws/trail.ts
var MaxResults = 50;
async function readChanges(client, since, most) {
  const attempt = { what: "read who has changed what", permission: "cloudtrail:LookupEvents" };
  const LookupAttributes = [{ AttributeKey: "ReadOnly", AttributeValue: "false" }];
  const found = [];
  let NextToken;
  do {
    const request = new LookupEventsCommand({ LookupAttributes, StartTime: since, MaxResults, NextToken });
    const page = await asking(attempt, () => client.send(request));
    found.push(...(page.Events ?? []).map(changeOf));
    NextToken = page.NextToken;
  } while (NextToken && found.length < most);
  return found.slice(0, most);
}
function changeOf({ EventTime, EventSource = "", EventName = "", Username = "", Resources = [] }) {
  return {
    at: (EventTime ?? /* @__PURE__ */ new Date(0)).toISOString(),
    call: `${EventSource.replace(/\.amazonaws\.com$/, "")}:${EventName}`,
    by: Username,
    resources: Resources.flatMap(({ ResourceName }) => ResourceName ?? [])
  };
}

// src/adapters/aws/evidence.ts
function openEvidence(config, patience) {
  const settings = { ...config, ...persistent };
  const logs = guarded(new CloudWatchLogsClient(settings), "logs", config);
  const balancing = guarded(new ElasticLoadBalancingV2Client(settings), "elasticloadbalancing", config);
  const rds = guarded(new RDSClient(settings), "rds", config);
  const caches = guarded(new ElastiCacheClient(settings), "elasticache", config);
  const ecs = guarded(new ECSClient(settings), "ecs", config);
  const trail = guarded(new CloudTrailClient(settings), "cloudtrail", config);
  return {
    logs: (groups, query) => readLogs(logs, { groups, ...query }, patience),
    targetHealth: (prefix) => readTargetHealth(balancing, prefix),
    databaseEvents: async (cluster, since) => {
      const [own, ofInstances] = await Promise.all([
        readDatabaseEvents(rds, "db-cluster", since),
        readDatabaseEvents(rds, "db-instance", since)
      ]);
      const all = [...own.filter(({ source }) => source === cluster), ...ofInstances.filter(isOf(cluster))];
      return newestFirst(all);
    },
    cacheEvents: async (group, since) => {
      const attempt = { what: `read the events of ${group}`, permission: "elasticache:DescribeEvents" };
      const pages = paginateDescribeEvents({ client: caches }, { StartTime: since });
      const events = await asking(attempt, () => everyPage(pages, ({ Events }) => Events));
      const records = events.map(({ Date: at, SourceIdentifier: source = "", Message: message = "" }) => {
        return { at: instantOf2(at), source, message };
      });
      return newestFirst(records.filter((event) => event.source === group || isOf(group)(event)));
    },
    serviceEvents: (cluster, service, since) => readServiceEvents(ecs, { cluster, service }, since),
    stoppedTasks: (cluster, service) => readStoppedTasks(ecs, { cluster, service }),
    changes: (since, most) => readChanges(trail, since, most)
  };
}
var isOf = (name) => ({ source }) => source.startsWith(`${name}-`);
var instantOf2 = (at) => (at ?? /* @__PURE__ */ new Date(0)).toISOString();
function newestFirst(events) {
  return [...events].sort((one, other) => other.at.localeCompare(one.at));
}
function readDatabaseEvents(client, kind, since) {
  return asking({ what: "read the events of the databases", permission: "rds:DescribeEvents" }, async () => {
    const pages = paginateDescribeEvents2({ client }, { SourceType: kind, StartTime: since });
    const events = await everyPage(pages, ({ Events }) => Events);
    return events.map(({ Date: at, SourceIdentifier: source = "", Message: message = "" }) => {
      return { at: instantOf2(at), source, message };
    });
  });
}
var isGone2 = (error) => nameOf(error).startsWith("TargetGroupNotFound");
async function readTargetHealth(client, prefix) {
  const listing = { what: "list target groups", permission: "elasticloadbalancing:DescribeTargetGroups" };
  const all = await asking(listing, () => {
    return everyPage(paginateDescribeTargetGroups({ client }, {}), ({ TargetGroups: TargetGroups2 }) => TargetGroups2);
  });
  const groups = all.filter(({ TargetGroupName = "" }) => TargetGroupName.startsWith(prefix));
  const found = await Promise.all(
    groups.map(({ TargetGroupArn }) => {
      const attempt = { what: "read the health of targets", permission: "elasticloadbalancing:DescribeTargetHealth" };
      return askingFor(attempt, isGone2, () => client.send(new DescribeTargetHealthCommand({ TargetGroupArn })));
    })
  );
  return found.flatMap((answer) => (answer?.TargetHealthDescriptions ?? []).map(healthOf));
}
function healthOf({ Target, TargetHealth: health }) {
  return {
    target: Target?.Port === void 0 ? Target?.Id ?? "" : `${Target.Id}:${Target.Port}`,
    zone: Target?.AvailabilityZone ?? "",
    state: health?.State ?? "unknown",
    reason: health?.Description ?? health?.Reason ?? ""
  };
}
export {
  openEvidence
};
