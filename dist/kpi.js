import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  mainService,
  prefixOf
} from "./chunks/chunk-XOC26WPZ.js";
import {
  attempt
} from "./chunks/chunk-OYONWVJN.js";
import {
  composeComment,
  pullRequestMarker
} from "./chunks/chunk-WENMUMKB.js";
import {
  escapeText,
  inlineCode,
  link,
  visible,
  visibleLine
} from "./chunks/chunk-ZUV5XRPE.js";
import {
  defaultProvider,
  explain,
  openTaggedResources
} from "./chunks/chunk-YATD4MRL.js";
import {
  gitHubInJob
} from "./chunks/chunk-4HYARVMJ.js";
import "./chunks/chunk-TDAC3SIJ.js";
import {
  systemClock
} from "./chunks/chunk-VZXOQTQD.js";
import "./chunks/chunk-UBADWJLH.js";
import {
  AwsJson1_0Protocol,
  AwsSdkSigV4Signer,
  NODE_AUTH_SCHEME_PREFERENCE_OPTIONS,
  resolveAwsSdkSigV4Config
} from "./chunks/chunk-3LOAMTFC.js";
import {
  Sha256Node
} from "./chunks/chunk-TP6D6M3A.js";
import {
  NodeHttpHandler
} from "./chunks/chunk-F5RBTF4R.js";
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
} from "./chunks/chunk-C2KF2776.js";
import {
  NODE_REGION_CONFIG_FILE_OPTIONS,
  NODE_REGION_CONFIG_OPTIONS,
  NODE_USE_DUALSTACK_ENDPOINT_CONFIG_OPTIONS,
  NODE_USE_FIPS_ENDPOINT_CONFIG_OPTIONS,
  SelectorType,
  booleanSelector,
  getContentLengthPlugin,
  getHttpHandlerExtensionConfiguration,
  loadConfig,
  numberSelector,
  resolveDefaultsModeConfig,
  resolveHttpHandlerRuntimeConfig,
  resolveRegionConfig
} from "./chunks/chunk-WEG3FJMK.js";
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
} from "./chunks/chunk-GRWZGOAN.js";
import {
  commonInputs,
  commonOutputs
} from "./chunks/chunk-5V53TFV4.js";
import {
  runAction
} from "./chunks/chunk-PVCV664M.js";
import {
  contract
} from "./chunks/chunk-MBJY2HNV.js";
import {
  failure
} from "./chunks/chunk-BDGJGAS6.js";
import "./chunks/chunk-R5U37ZOC.js";

// src/actions/kpi/main.ts
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

// node_modules/@smithy/middleware-compression/dist-es/NODE_DISABLE_REQUEST_COMPRESSION_CONFIG_OPTIONS.js
var NODE_DISABLE_REQUEST_COMPRESSION_ENV_NAME = "AWS_DISABLE_REQUEST_COMPRESSION";
var NODE_DISABLE_REQUEST_COMPRESSION_INI_NAME = "disable_request_compression";
var DEFAULT_DISABLE_REQUEST_COMPRESSION = false;
var NODE_DISABLE_REQUEST_COMPRESSION_CONFIG_OPTIONS = {
  environmentVariableSelector: (env) => booleanSelector(env, NODE_DISABLE_REQUEST_COMPRESSION_ENV_NAME, SelectorType.ENV),
  configFileSelector: (profile) => booleanSelector(profile, NODE_DISABLE_REQUEST_COMPRESSION_INI_NAME, SelectorType.CONFIG),
  default: DEFAULT_DISABLE_REQUEST_COMPRESSION
};

// node_modules/@smithy/middleware-compression/dist-es/NODE_REQUEST_MIN_COMPRESSION_SIZE_BYTES_CONFIG_OPTIONS.js
var NODE_REQUEST_MIN_COMPRESSION_SIZE_BYTES_ENV_NAME = "AWS_REQUEST_MIN_COMPRESSION_SIZE_BYTES";
var NODE_REQUEST_MIN_COMPRESSION_SIZE_BYTES_INI_NAME = "request_min_compression_size_bytes";
var DEFAULT_NODE_REQUEST_MIN_COMPRESSION_SIZE_BYTES = 10240;
var NODE_REQUEST_MIN_COMPRESSION_SIZE_BYTES_CONFIG_OPTIONS = {
  environmentVariableSelector: (env) => numberSelector(env, NODE_REQUEST_MIN_COMPRESSION_SIZE_BYTES_ENV_NAME, SelectorType.ENV),
  configFileSelector: (profile) => numberSelector(profile, NODE_REQUEST_MIN_COMPRESSION_SIZE_BYTES_INI_NAME, SelectorType.CONFIG),
  default: DEFAULT_NODE_REQUEST_MIN_COMPRESSION_SIZE_BYTES
};

// node_modules/@smithy/middleware-compression/dist-es/resolveCompressionConfig.js
var resolveCompressionConfig = (input) => {
  const { disableRequestCompression, requestMinCompressionSizeBytes: _requestMinCompressionSizeBytes } = input;
  return Object.assign(input, {
    disableRequestCompression: normalizeProvider(disableRequestCompression),
    requestMinCompressionSizeBytes: async () => {
      const requestMinCompressionSizeBytes = await normalizeProvider(_requestMinCompressionSizeBytes)();
      if (requestMinCompressionSizeBytes < 0 || requestMinCompressionSizeBytes > 10485760) {
        throw new RangeError(`The value for requestMinCompressionSizeBytes must be between 0 and 10485760 inclusive. The provided value ${requestMinCompressionSizeBytes} is outside this range."`);
      }
      return requestMinCompressionSizeBytes;
    }
  });
};

// node_modules/@aws-sdk/client-cloudwatch/dist-es/auth/httpAuthSchemeProvider.js
var defaultCloudWatchHttpAuthSchemeParametersProvider = async (config, context, input) => {
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
      name: "monitoring",
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
var defaultCloudWatchHttpAuthSchemeProvider = (authParameters) => {
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

// node_modules/@aws-sdk/client-cloudwatch/dist-es/endpoint/EndpointParameters.js
var resolveClientEndpointParameters = (options) => {
  return Object.assign(options, {
    useDualstackEndpoint: options.useDualstackEndpoint ?? false,
    useFipsEndpoint: options.useFipsEndpoint ?? false,
    defaultSigningName: "monitoring"
  });
};
var commonParams = {
  UseFIPS: { type: "builtInParams", name: "useFipsEndpoint" },
  Endpoint: { type: "builtInParams", name: "endpoint" },
  Region: { type: "builtInParams", name: "region" },
  UseDualStack: { type: "builtInParams", name: "useDualstackEndpoint" }
};

// node_modules/@aws-sdk/client-cloudwatch/package.json
var package_default = {
  name: "@aws-sdk/client-cloudwatch",
  version: "3.1164.0",
  description: "AWS SDK for JavaScript Cloudwatch Client for Node.js, Browser and React Native",
  homepage: "https://github.com/aws/aws-sdk-js-v3/tree/main/clients/client-cloudwatch",
  license: "Apache-2.0",
  author: {
    name: "AWS SDK for JavaScript Team",
    url: "https://aws.amazon.com/sdk-for-javascript/"
  },
  repository: {
    type: "git",
    url: "https://github.com/aws/aws-sdk-js-v3.git",
    directory: "clients/client-cloudwatch"
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
    "@aws-sdk/core": "^3.980.1",
    "@aws-sdk/credential-provider-node": "^3.972.94",
    "@aws-sdk/types": "^3.975.0",
    "@smithy/core": "^3.38.0",
    "@smithy/fetch-http-handler": "^5.8.0",
    "@smithy/middleware-compression": "^4.6.2",
    "@smithy/node-http-handler": "^4.14.0",
    "@smithy/types": "^4.19.0",
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

// node_modules/@aws-sdk/client-cloudwatch/dist-es/endpoint/bdd.js
var k = "ref";
var a = -1;
var b = true;
var c = "isSet";
var d = "PartitionResult";
var e = "booleanEquals";
var f = "getAttr";
var g = { [k]: "Endpoint" };
var h = { [k]: d };
var i = {};
var j = [{ [k]: "Region" }];
var _data = {
  conditions: [
    [c, [g]],
    [c, j],
    ["aws.partition", j, d],
    [e, [{ [k]: "UseFIPS" }, b]],
    [e, [{ [k]: "UseDualStack" }, b]],
    ["stringEquals", [{ fn: f, argv: [h, "name"] }, "aws-us-gov"]],
    [e, [{ fn: f, argv: [h, "supportsFIPS"] }, b]],
    [e, [{ fn: f, argv: [h, "supportsDualStack"] }, b]]
  ],
  results: [
    [a],
    [a, "Invalid Configuration: FIPS and custom endpoint are not supported"],
    [a, "Invalid Configuration: Dualstack and custom endpoint are not supported"],
    [g, i],
    ["https://monitoring.{Region}.{PartitionResult#dnsSuffix}", i],
    ["https://monitoring.{Region}.{PartitionResult#dualStackDnsSuffix}", i],
    ["https://monitoring-fips.{Region}.{PartitionResult#dualStackDnsSuffix}", i],
    [a, "FIPS and DualStack are enabled, but this partition does not support one or both"],
    ["https://monitoring-fips.{Region}.{PartitionResult#dnsSuffix}", i],
    [a, "FIPS is enabled but this partition does not support FIPS"],
    [a, "DualStack is enabled but this partition does not support DualStack"],
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
  r + 11,
  2,
  5,
  r + 11,
  3,
  8,
  6,
  4,
  7,
  r + 4,
  7,
  r + 5,
  r + 10,
  4,
  11,
  9,
  5,
  r + 4,
  10,
  6,
  r + 8,
  r + 9,
  5,
  r + 5,
  12,
  6,
  13,
  r + 7,
  7,
  r + 6,
  r + 7,
  3,
  r + 1,
  15,
  4,
  r + 2,
  r + 3
]);
var bdd = BinaryDecisionDiagram.from(nodes, root, _data.conditions, _data.results);

// node_modules/@aws-sdk/client-cloudwatch/dist-es/endpoint/endpointResolver.js
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

// node_modules/@aws-sdk/client-cloudwatch/dist-es/models/CloudWatchServiceException.js
var CloudWatchServiceException = class _CloudWatchServiceException extends ServiceException {
  static shapeId = "smithy.ts.sdk.synthetic.com.amazonaws.cloudwatch#CloudWatchServiceException";
  constructor(options) {
    super(options);
    Object.setPrototypeOf(this, _CloudWatchServiceException.prototype);
  }
};

// node_modules/@aws-sdk/client-cloudwatch/dist-es/models/errors.js
var ConflictException = class _ConflictException extends CloudWatchServiceException {
  static shapeId = "com.amazonaws.cloudwatch#ConflictException";
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
var KmsAccessDeniedException = class _KmsAccessDeniedException extends CloudWatchServiceException {
  static shapeId = "com.amazonaws.cloudwatch#KmsAccessDeniedException";
  name = "KmsAccessDeniedException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "KmsAccessDeniedException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _KmsAccessDeniedException.prototype);
    this.Message = opts.Message;
  }
};
var KmsKeyDisabledException = class _KmsKeyDisabledException extends CloudWatchServiceException {
  static shapeId = "com.amazonaws.cloudwatch#KmsKeyDisabledException";
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
var KmsKeyNotFoundException = class _KmsKeyNotFoundException extends CloudWatchServiceException {
  static shapeId = "com.amazonaws.cloudwatch#KmsKeyNotFoundException";
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
var ResourceNotFoundException = class _ResourceNotFoundException extends CloudWatchServiceException {
  static shapeId = "com.amazonaws.cloudwatch#ResourceNotFoundException";
  name = "ResourceNotFoundException";
  $fault = "client";
  ResourceType;
  ResourceId;
  Message;
  constructor(opts) {
    super({
      name: "ResourceNotFoundException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _ResourceNotFoundException.prototype);
    this.ResourceType = opts.ResourceType;
    this.ResourceId = opts.ResourceId;
    this.Message = opts.Message;
  }
};
var ConcurrentModificationException = class _ConcurrentModificationException extends CloudWatchServiceException {
  static shapeId = "com.amazonaws.cloudwatch#ConcurrentModificationException";
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
var DashboardInvalidInputError = class _DashboardInvalidInputError extends CloudWatchServiceException {
  static shapeId = "com.amazonaws.cloudwatch#DashboardInvalidInputError";
  name = "DashboardInvalidInputError";
  $fault = "client";
  dashboardValidationMessages;
  constructor(opts) {
    super({
      name: "DashboardInvalidInputError",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _DashboardInvalidInputError.prototype);
    this.dashboardValidationMessages = opts.dashboardValidationMessages;
  }
};
var DashboardNotFoundError = class _DashboardNotFoundError extends CloudWatchServiceException {
  static shapeId = "com.amazonaws.cloudwatch#DashboardNotFoundError";
  name = "DashboardNotFoundError";
  $fault = "client";
  constructor(opts) {
    super({
      name: "DashboardNotFoundError",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _DashboardNotFoundError.prototype);
  }
};
var ResourceConflict = class _ResourceConflict extends CloudWatchServiceException {
  static shapeId = "com.amazonaws.cloudwatch#ResourceConflict";
  name = "ResourceConflict";
  $fault = "client";
  constructor(opts) {
    super({
      name: "ResourceConflict",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _ResourceConflict.prototype);
  }
};
var ResourceNotFound = class _ResourceNotFound extends CloudWatchServiceException {
  static shapeId = "com.amazonaws.cloudwatch#ResourceNotFound";
  name = "ResourceNotFound";
  $fault = "client";
  constructor(opts) {
    super({
      name: "ResourceNotFound",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _ResourceNotFound.prototype);
  }
};
var InternalServiceFault = class _InternalServiceFault extends CloudWatchServiceException {
  static shapeId = "com.amazonaws.cloudwatch#InternalServiceFault";
  name = "InternalServiceFault";
  $fault = "server";
  Message;
  constructor(opts) {
    super({
      name: "InternalServiceFault",
      $fault: "server",
      ...opts
    });
    Object.setPrototypeOf(this, _InternalServiceFault.prototype);
    this.Message = opts.Message;
  }
};
var InvalidParameterCombinationException = class _InvalidParameterCombinationException extends CloudWatchServiceException {
  static shapeId = "com.amazonaws.cloudwatch#InvalidParameterCombinationException";
  name = "InvalidParameterCombinationException";
  $fault = "client";
  constructor(opts) {
    super({
      name: "InvalidParameterCombinationException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _InvalidParameterCombinationException.prototype);
  }
};
var InvalidParameterValueException = class _InvalidParameterValueException extends CloudWatchServiceException {
  static shapeId = "com.amazonaws.cloudwatch#InvalidParameterValueException";
  name = "InvalidParameterValueException";
  $fault = "client";
  constructor(opts) {
    super({
      name: "InvalidParameterValueException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _InvalidParameterValueException.prototype);
  }
};
var MissingRequiredParameterException = class _MissingRequiredParameterException extends CloudWatchServiceException {
  static shapeId = "com.amazonaws.cloudwatch#MissingRequiredParameterException";
  name = "MissingRequiredParameterException";
  $fault = "client";
  constructor(opts) {
    super({
      name: "MissingRequiredParameterException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _MissingRequiredParameterException.prototype);
  }
};
var InvalidNextToken = class _InvalidNextToken extends CloudWatchServiceException {
  static shapeId = "com.amazonaws.cloudwatch#InvalidNextToken";
  name = "InvalidNextToken";
  $fault = "client";
  constructor(opts) {
    super({
      name: "InvalidNextToken",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _InvalidNextToken.prototype);
  }
};
var LimitExceededException = class _LimitExceededException extends CloudWatchServiceException {
  static shapeId = "com.amazonaws.cloudwatch#LimitExceededException";
  name = "LimitExceededException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "LimitExceededException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _LimitExceededException.prototype);
    this.Message = opts.Message;
  }
};
var LimitExceededFault = class _LimitExceededFault extends CloudWatchServiceException {
  static shapeId = "com.amazonaws.cloudwatch#LimitExceededFault";
  name = "LimitExceededFault";
  $fault = "client";
  constructor(opts) {
    super({
      name: "LimitExceededFault",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _LimitExceededFault.prototype);
  }
};
var InvalidFormatFault = class _InvalidFormatFault extends CloudWatchServiceException {
  static shapeId = "com.amazonaws.cloudwatch#InvalidFormatFault";
  name = "InvalidFormatFault";
  $fault = "client";
  constructor(opts) {
    super({
      name: "InvalidFormatFault",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _InvalidFormatFault.prototype);
  }
};
var ValidationException = class _ValidationException extends CloudWatchServiceException {
  static shapeId = "com.amazonaws.cloudwatch#ValidationException";
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

// node_modules/@aws-sdk/client-cloudwatch/dist-es/schemas/schemas_0.js
var _A = "Average";
var _AA = "AlarmActions";
var _AAV = "ApproximateAggregateValue";
var _AAl = "AlarmArn";
var _AC = "ActionConfiguration";
var _ACA = "AlarmContributorAttributes";
var _ACI = "AlarmContributorId";
var _ACUT = "AlarmConfigurationUpdatedTimestamp";
var _ACl = "AlarmContributor";
var _ADIn = "AnomalyDetectorIds";
var _ADT = "AnomalyDetectorTypes";
var _ADl = "AlarmDescription";
var _AE = "ActionsEnabled";
var _AEg = "AggregationExpression";
var _AHI = "AlarmHistoryItem";
var _AI = "AccountId";
var _ALLC = "ActionLogLineCount";
var _ALLRA = "ActionLogLineRoleArn";
var _AN = "AlarmName";
var _ANP = "AlarmNamePrefix";
var _ANl = "AlarmNames";
var _AP = "ActionPrefix";
var _APQLC = "AlarmPromQLCriteria";
var _AR = "AlarmRule";
var _ASB = "ActionsSuppressedBy";
var _ASEP = "ActionsSuppressorExtensionPeriod";
var _ASR = "ActionsSuppressedReason";
var _ASWP = "ActionsSuppressorWaitPeriod";
var _ASc = "ActionsSuppressor";
var _ASd = "AdditionalStatistics";
var _ASg = "AggregationStatistic";
var _AT = "AlarmType";
var _ATP = "AlarmTagsPropagation";
var _ATl = "AlarmTypes";
var _AUC = "ApproximateUniqueCount";
var _AV = "AggregateValue";
var _AVp = "ApproximateValue";
var _At = "Attributes";
var _CA = "ContributorAttributes";
var _CAo = "CompositeAlarm";
var _CE = "ConflictException";
var _CI = "ContributorId";
var _CME = "ConcurrentModificationException";
var _CO = "ComparisonOperator";
var _COAN = "ChildrenOfAlarmName";
var _Co = "Contributors";
var _Cod = "Code";
var _Cou = "Counts";
var _D = "Dimensions";
var _DAAI = "DisableAlarmActionsInput";
var _DADIe = "DescribeAnomalyDetectorsInput";
var _DAHI = "DescribeAlarmHistoryInput";
var _DAI = "DeleteAlarmsInput";
var _DAIe = "DescribeAlarmsInput";
var _DDI = "DeleteDashboardsInput";
var _DIIE = "DashboardInvalidInputError";
var _DIRI = "DeleteInsightRulesInput";
var _DIRIi = "DisableInsightRulesInput";
var _DNFE = "DashboardNotFoundError";
var _DNa = "DashboardNames";
var _DP = "DataPath";
var _DTA = "DatapointsToAlarm";
var _DVM = "DashboardValidationMessage";
var _DVMa = "DashboardValidationMessages";
var _Da = "Datapoint";
var _Dat = "Datapoints";
var _Di = "Dimension";
var _E = "Enabled";
var _EAAI = "EnableAlarmActionsInput";
var _EC = "EvaluationCriteria";
var _EDn = "EndDate";
var _EI = "EvaluationInterval";
var _EIRI = "EnableInsightRulesInput";
var _ELSCP = "EvaluateLowSampleCountPercentile";
var _EP = "EvaluationPeriods";
var _ES = "ExtendedStatistics";
var _ESv = "EvaluationState";
var _ESx = "ExtendedStatistic";
var _ET = "EndTime";
var _ETK = "ExcludedTagKeys";
var _ETO = "EndTimeOffset";
var _EW = "EvaluationWindow";
var _En = "Entity";
var _Ex = "Expression";
var _GIRRI = "GetInsightRuleReportInput";
var _GIRRO = "GetInsightRuleReportOutput";
var _GMD = "GetMetricData";
var _GMDI = "GetMetricDataInput";
var _GMDO = "GetMetricDataOutput";
var _GMSI = "GetMetricStatisticsInput";
var _HD = "HistoryData";
var _HIT = "HistoryItemType";
var _HS = "HistorySummary";
var _I = "Id";
var _IDA = "InsufficientDataActions";
var _IFF = "InvalidFormatFault";
var _IM = "IncludeMetrics";
var _INT = "InvalidNextToken";
var _IPCE = "InvalidParameterCombinationException";
var _IPVE = "InvalidParameterValueException";
var _IRC = "InsightRuleContributor";
var _IRCD = "InsightRuleContributorDatapoint";
var _IRCDn = "InsightRuleContributorDatapoints";
var _IRCn = "InsightRuleContributors";
var _IRMD = "InsightRuleMetricDatapoint";
var _IRMDn = "InsightRuleMetricDatapoints";
var _ISF = "InternalServiceFault";
var _ITK = "IncludedTagKeys";
var _K = "Keys";
var _KA = "KeyAttributes";
var _KADE = "KmsAccessDeniedException";
var _KKDE = "KmsKeyDisabledException";
var _KKNFE = "KmsKeyNotFoundException";
var _KL = "KeyLabels";
var _Ke = "Key";
var _L = "Label";
var _LAMRI = "ListAlarmMuteRulesInput";
var _LAo = "LogAlarm";
var _LEE = "LimitExceededException";
var _LEF = "LimitExceededFault";
var _LGI = "LogGroupIdentifiers";
var _LMO = "ListMetricsOutput";
var _LO = "LabelOptions";
var _M = "Message";
var _MAe = "MetricAlarm";
var _MCC = "MaxContributorCount";
var _MCV = "MaxContributorValue";
var _MDQ = "MetricDataQueries";
var _MDQe = "MetricDataQuery";
var _MDR = "MetricDataResults";
var _MDRM = "MetricDataResultMessages";
var _MDRe = "MetricDataResult";
var _MDa = "MaxDatapoints";
var _MDe = "MetricDatapoints";
var _MDes = "MessageData";
var _MDet = "MetricDatum";
var _MN = "MetricName";
var _MNe = "MetricNames";
var _MR = "MaxRecords";
var _MRPE = "MissingRequiredParameterException";
var _MRa = "MaxResults";
var _MSF = "MetricStreamFilter";
var _MSSC = "MetricStreamStatisticsConfiguration";
var _MSSIM = "MetricStreamStatisticsIncludeMetrics";
var _MSSM = "MetricStreamStatisticsMetric";
var _MSe = "MetricStat";
var _MTu = "MuteTargets";
var _Ma = "Maximum";
var _Me = "Metrics";
var _Mes = "Messages";
var _Met = "Metric";
var _Mi = "Minimum";
var _N = "Namespace";
var _NT = "NextToken";
var _Na = "Name";
var _Nam = "Names";
var _OAw = "OwningAccounts";
var _OB = "OrderBy";
var _OKA = "OKActions";
var _OSEAWUPE = "OnlyStartEvaluatingAfterWarmUpPeriodEnds";
var _OTEMS = "OTelEnrichmentMetricSelector";
var _P = "Period";
var _PCAI = "PutCompositeAlarmInput";
var _PLAI = "PutLogAlarmInput";
var _PMAI = "PutMetricAlarmInput";
var _POAN = "ParentsOfAlarmName";
var _PP = "PendingPeriod";
var _PQLC = "PromQLCriteria";
var _Q = "Query";
var _QARN = "QueryARN";
var _QRTA = "QueryResultsToAlarm";
var _QRTE = "QueryResultsToEvaluate";
var _QS = "QueryString";
var _RARN = "ResourceARN";
var _RC = "ResourceConflict";
var _RD = "ReturnData";
var _RI = "ResourceId";
var _RMS = "ResourceMetricSelection";
var _RN = "RuleNames";
var _RNF = "ResourceNotFound";
var _RNFE = "ResourceNotFoundException";
var _RNu = "RuleName";
var _RP = "RecoveryPeriod";
var _RT = "ResourceType";
var _SB = "ScanBy";
var _SC = "SampleCount";
var _SCc = "ScheduleConfiguration";
var _SCta = "StatusCode";
var _SD = "StartDate";
var _SE = "ScheduleExpression";
var _SMSI = "StartMetricStreamsInput";
var _SMSIt = "StopMetricStreamsInput";
var _SQC = "ScheduledQueryConfiguration";
var _SQRARN = "ScheduledQueryRoleARN";
var _SR = "StateReason";
var _SRD = "StateReasonData";
var _SRt = "StorageResolution";
var _SS = "StatisticSet";
var _ST = "StartTime";
var _STO = "StartTimeOffset";
var _STT = "StateTransitionedTimestamp";
var _SUT = "StateUpdatedTimestamp";
var _SV = "StateValue";
var _SVt = "StatisticValues";
var _SW = "SlidingWindow";
var _St = "Stat";
var _Sta = "Statistic";
var _Stat = "Statistics";
var _Statu = "Statuses";
var _Su = "Sum";
var _T = "Timestamp";
var _TK = "TagKeys";
var _TL = "TagList";
var _TMD = "TreatMissingData";
var _TMI = "ThresholdMetricId";
var _Ta = "Tags";
var _Tag = "Tag";
var _Th = "Threshold";
var _Ti = "Timezone";
var _Tim = "Timestamps";
var _U = "Unit";
var _UC = "UniqueContributors";
var _URI = "UntagResourceInput";
var _V = "Value";
var _VE = "ValidationException";
var _Va = "Values";
var _WCW = "WallClockWindow";
var _WUC = "WarmUpConfiguration";
var _WUPDIM = "WarmUpPeriodDurationInMinutes";
var _aQE = "awsQueryError";
var _c = "client";
var _dVM = "dashboardValidationMessages";
var _e = "error";
var _hE = "httpError";
var _m = "message";
var _s = "smithy.ts.sdk.synthetic.com.amazonaws.cloudwatch";
var _se = "server";
var n0 = "com.amazonaws.cloudwatch";
var _s_registry = new TypeRegistry(_s);
var CloudWatchServiceException$ = [-3, _s, "CloudWatchServiceException", 0, [], []];
_s_registry.registerError(CloudWatchServiceException$, CloudWatchServiceException);
var n0_registry = new TypeRegistry(n0);
var ConcurrentModificationException$ = [
  -3,
  n0,
  _CME,
  { [_aQE]: [`ConcurrentModificationException`, 429], [_e]: _c, [_hE]: 429 },
  [_M],
  [0]
];
n0_registry.registerError(ConcurrentModificationException$, ConcurrentModificationException);
var ConflictException$ = [
  -3,
  n0,
  _CE,
  { [_e]: _c, [_hE]: 409 },
  [_M],
  [0]
];
n0_registry.registerError(ConflictException$, ConflictException);
var DashboardInvalidInputError$ = [
  -3,
  n0,
  _DIIE,
  { [_aQE]: [`InvalidParameterInput`, 400], [_e]: _c, [_hE]: 400 },
  [_m, _dVM],
  [0, () => DashboardValidationMessages]
];
n0_registry.registerError(DashboardInvalidInputError$, DashboardInvalidInputError);
var DashboardNotFoundError$ = [
  -3,
  n0,
  _DNFE,
  { [_aQE]: [`ResourceNotFound`, 404], [_e]: _c, [_hE]: 404 },
  [_m],
  [0]
];
n0_registry.registerError(DashboardNotFoundError$, DashboardNotFoundError);
var InternalServiceFault$ = [
  -3,
  n0,
  _ISF,
  { [_aQE]: [`InternalServiceError`, 500], [_e]: _se, [_hE]: 500 },
  [_M],
  [0]
];
n0_registry.registerError(InternalServiceFault$, InternalServiceFault);
var InvalidFormatFault$ = [
  -3,
  n0,
  _IFF,
  { [_aQE]: [`InvalidFormat`, 400], [_e]: _c, [_hE]: 400 },
  [_m],
  [0]
];
n0_registry.registerError(InvalidFormatFault$, InvalidFormatFault);
var InvalidNextToken$ = [
  -3,
  n0,
  _INT,
  { [_aQE]: [`InvalidNextToken`, 400], [_e]: _c, [_hE]: 400 },
  [_m],
  [0]
];
n0_registry.registerError(InvalidNextToken$, InvalidNextToken);
var InvalidParameterCombinationException$ = [
  -3,
  n0,
  _IPCE,
  { [_aQE]: [`InvalidParameterCombination`, 400], [_e]: _c, [_hE]: 400 },
  [_m],
  [0]
];
n0_registry.registerError(InvalidParameterCombinationException$, InvalidParameterCombinationException);
var InvalidParameterValueException$ = [
  -3,
  n0,
  _IPVE,
  { [_aQE]: [`InvalidParameterValue`, 400], [_e]: _c, [_hE]: 400 },
  [_m],
  [0]
];
n0_registry.registerError(InvalidParameterValueException$, InvalidParameterValueException);
var KmsAccessDeniedException$ = [
  -3,
  n0,
  _KADE,
  { [_e]: _c },
  [_M],
  [0],
  1
];
n0_registry.registerError(KmsAccessDeniedException$, KmsAccessDeniedException);
var KmsKeyDisabledException$ = [
  -3,
  n0,
  _KKDE,
  { [_e]: _c },
  [_M],
  [0],
  1
];
n0_registry.registerError(KmsKeyDisabledException$, KmsKeyDisabledException);
var KmsKeyNotFoundException$ = [
  -3,
  n0,
  _KKNFE,
  { [_e]: _c },
  [_M],
  [0],
  1
];
n0_registry.registerError(KmsKeyNotFoundException$, KmsKeyNotFoundException);
var LimitExceededException$ = [
  -3,
  n0,
  _LEE,
  { [_aQE]: [`LimitExceededException`, 400], [_e]: _c, [_hE]: 400 },
  [_M],
  [0]
];
n0_registry.registerError(LimitExceededException$, LimitExceededException);
var LimitExceededFault$ = [
  -3,
  n0,
  _LEF,
  { [_aQE]: [`LimitExceeded`, 400], [_e]: _c, [_hE]: 400 },
  [_m],
  [0]
];
n0_registry.registerError(LimitExceededFault$, LimitExceededFault);
var MissingRequiredParameterException$ = [
  -3,
  n0,
  _MRPE,
  { [_aQE]: [`MissingParameter`, 400], [_e]: _c, [_hE]: 400 },
  [_m],
  [0]
];
n0_registry.registerError(MissingRequiredParameterException$, MissingRequiredParameterException);
var ResourceConflict$ = [
  -3,
  n0,
  _RC,
  { [_aQE]: [`ResourceConflict`, 409], [_e]: _c, [_hE]: 409 },
  [_m],
  [0]
];
n0_registry.registerError(ResourceConflict$, ResourceConflict);
var ResourceNotFound$ = [
  -3,
  n0,
  _RNF,
  { [_aQE]: [`ResourceNotFound`, 404], [_e]: _c, [_hE]: 404 },
  [_m],
  [0]
];
n0_registry.registerError(ResourceNotFound$, ResourceNotFound);
var ResourceNotFoundException$ = [
  -3,
  n0,
  _RNFE,
  { [_aQE]: [`ResourceNotFoundException`, 404], [_e]: _c, [_hE]: 404 },
  [_RT, _RI, _M],
  [0, 0, 0]
];
n0_registry.registerError(ResourceNotFoundException$, ResourceNotFoundException);
var ValidationException$ = [
  -3,
  n0,
  _VE,
  { [_aQE]: [`ValidationError`, 400], [_e]: _c, [_hE]: 400 },
  [_m],
  [0]
];
n0_registry.registerError(ValidationException$, ValidationException);
var errorTypeRegistries = [
  _s_registry,
  n0_registry
];
var ActionConfiguration$ = [
  3,
  n0,
  _AC,
  0,
  [_ATP],
  [() => AlarmTagsPropagation$]
];
var AlarmContributor$ = [
  3,
  n0,
  _ACl,
  0,
  [_CI, _CA, _SR, _STT],
  [0, 128 | 0, 0, 4],
  3
];
var AlarmHistoryItem$ = [
  3,
  n0,
  _AHI,
  0,
  [_AN, _ACI, _AT, _T, _HIT, _HS, _HD, _ACA],
  [0, 0, 0, 4, 0, 0, 0, 128 | 0]
];
var AlarmPromQLCriteria$ = [
  3,
  n0,
  _APQLC,
  0,
  [_Q, _PP, _RP],
  [0, 1, 1],
  1
];
var AlarmTagsPropagation$ = [
  3,
  n0,
  _ATP,
  0,
  [_E, _ITK, _ETK],
  [2, 64 | 0, 64 | 0],
  1
];
var CompositeAlarm$ = [
  3,
  n0,
  _CAo,
  0,
  [_AE, _AA, _AAl, _ACUT, _ADl, _AN, _AR, _IDA, _OKA, _SR, _SRD, _SUT, _SV, _STT, _ASB, _ASR, _ASc, _ASWP, _ASEP, _AC],
  [2, 64 | 0, 0, 4, 0, 0, 0, 64 | 0, 64 | 0, 0, 0, 4, 0, 4, 0, 0, 0, 1, 1, () => ActionConfiguration$]
];
var DashboardValidationMessage$ = [
  3,
  n0,
  _DVM,
  0,
  [_DP, _M],
  [0, 0]
];
var Datapoint$ = [
  3,
  n0,
  _Da,
  0,
  [_T, _SC, _A, _Su, _Mi, _Ma, _U, _ES],
  [4, 1, 1, 1, 1, 1, 0, 128 | 1]
];
var DeleteAlarmsInput$ = [
  3,
  n0,
  _DAI,
  0,
  [_ANl],
  [64 | 0],
  1
];
var DeleteDashboardsInput$ = [
  3,
  n0,
  _DDI,
  0,
  [_DNa],
  [64 | 0],
  1
];
var DeleteInsightRulesInput$ = [
  3,
  n0,
  _DIRI,
  0,
  [_RN],
  [64 | 0],
  1
];
var DescribeAlarmHistoryInput$ = [
  3,
  n0,
  _DAHI,
  0,
  [_AN, _ACI, _ATl, _HIT, _SD, _EDn, _MR, _NT, _SB],
  [0, 0, 64 | 0, 0, 4, 4, 1, 0, 0]
];
var DescribeAlarmsInput$ = [
  3,
  n0,
  _DAIe,
  0,
  [_ANl, _ANP, _ATl, _COAN, _POAN, _SV, _AP, _MR, _NT],
  [64 | 0, 0, 64 | 0, 0, 0, 0, 0, 1, 0]
];
var DescribeAnomalyDetectorsInput$ = [
  3,
  n0,
  _DADIe,
  0,
  [_ADIn, _NT, _MRa, _N, _MN, _D, _ADT],
  [64 | 0, 0, 1, 0, 0, () => Dimensions, 64 | 0]
];
var Dimension$ = [
  3,
  n0,
  _Di,
  0,
  [_Na, _V],
  [0, 0],
  2
];
var DisableAlarmActionsInput$ = [
  3,
  n0,
  _DAAI,
  0,
  [_ANl],
  [64 | 0],
  1
];
var DisableInsightRulesInput$ = [
  3,
  n0,
  _DIRIi,
  0,
  [_RN],
  [64 | 0],
  1
];
var EnableAlarmActionsInput$ = [
  3,
  n0,
  _EAAI,
  0,
  [_ANl],
  [64 | 0],
  1
];
var EnableInsightRulesInput$ = [
  3,
  n0,
  _EIRI,
  0,
  [_RN],
  [64 | 0],
  1
];
var Entity$ = [
  3,
  n0,
  _En,
  0,
  [_KA, _At],
  [128 | 0, 128 | 0]
];
var GetInsightRuleReportInput$ = [
  3,
  n0,
  _GIRRI,
  0,
  [_RNu, _ST, _ET, _P, _MCC, _Me, _OB],
  [0, 4, 4, 1, 1, 64 | 0, 0],
  4
];
var GetInsightRuleReportOutput$ = [
  3,
  n0,
  _GIRRO,
  0,
  [_KL, _ASg, _AV, _AUC, _Co, _MDe],
  [64 | 0, 0, 1, 1, () => InsightRuleContributors, () => InsightRuleMetricDatapoints]
];
var GetMetricDataInput$ = [
  3,
  n0,
  _GMDI,
  0,
  [_MDQ, _ST, _ET, _NT, _SB, _MDa, _LO],
  [() => MetricDataQueries, 4, 4, 0, 0, 1, () => LabelOptions$],
  3
];
var GetMetricDataOutput$ = [
  3,
  n0,
  _GMDO,
  0,
  [_MDR, _NT, _Mes],
  [() => MetricDataResults, 0, () => MetricDataResultMessages]
];
var GetMetricStatisticsInput$ = [
  3,
  n0,
  _GMSI,
  0,
  [_N, _MN, _ST, _ET, _P, _D, _Stat, _ES, _U],
  [0, 0, 4, 4, 1, () => Dimensions, 64 | 0, 64 | 0, 0],
  5
];
var InsightRuleContributor$ = [
  3,
  n0,
  _IRC,
  0,
  [_K, _AAV, _Dat],
  [64 | 0, 1, () => InsightRuleContributorDatapoints],
  3
];
var InsightRuleContributorDatapoint$ = [
  3,
  n0,
  _IRCD,
  0,
  [_T, _AVp],
  [4, 1],
  2
];
var InsightRuleMetricDatapoint$ = [
  3,
  n0,
  _IRMD,
  0,
  [_T, _UC, _MCV, _SC, _A, _Su, _Mi, _Ma],
  [4, 1, 1, 1, 1, 1, 1, 1],
  1
];
var LabelOptions$ = [
  3,
  n0,
  _LO,
  0,
  [_Ti],
  [0]
];
var ListAlarmMuteRulesInput$ = [
  3,
  n0,
  _LAMRI,
  0,
  [_AN, _Statu, _MR, _NT],
  [0, 64 | 0, 1, 0]
];
var ListMetricsOutput$ = [
  3,
  n0,
  _LMO,
  0,
  [_Me, _NT, _OAw],
  [() => Metrics, 0, 64 | 0]
];
var LogAlarm$ = [
  3,
  n0,
  _LAo,
  0,
  [_AN, _AAl, _ADl, _ACUT, _AE, _OKA, _AA, _IDA, _SV, _SR, _SRD, _SUT, _SQC, _QRTE, _QRTA, _Th, _CO, _TMD, _STT, _ESv, _ALLC, _ALLRA, _WUC, _AC],
  [0, 0, 0, 4, 2, 64 | 0, 64 | 0, 64 | 0, 0, 0, 0, 4, () => ScheduledQueryConfiguration$, 1, 1, 1, 0, 0, 4, 0, 1, 0, () => WarmUpConfiguration$, () => ActionConfiguration$]
];
var MessageData$ = [
  3,
  n0,
  _MDes,
  0,
  [_Cod, _V],
  [0, 0]
];
var Metric$ = [
  3,
  n0,
  _Met,
  0,
  [_N, _MN, _D],
  [0, 0, () => Dimensions]
];
var MetricAlarm$ = [
  3,
  n0,
  _MAe,
  0,
  [_AN, _AAl, _ADl, _ACUT, _AE, _OKA, _AA, _IDA, _SV, _SR, _SRD, _SUT, _MN, _N, _Sta, _ESx, _D, _P, _U, _EP, _DTA, _Th, _CO, _TMD, _ELSCP, _Me, _TMI, _ESv, _STT, _EW, _WUC, _EC, _EI, _AC],
  [0, 0, 0, 4, 2, 64 | 0, 64 | 0, 64 | 0, 0, 0, 0, 4, 0, 0, 0, 0, () => Dimensions, 1, 0, 1, 1, 1, 0, 0, 0, () => MetricDataQueries, 0, 0, 4, () => EvaluationWindow$, () => WarmUpConfiguration$, () => EvaluationCriteria$, 1, () => ActionConfiguration$]
];
var MetricDataQuery$ = [
  3,
  n0,
  _MDQe,
  0,
  [_I, _MSe, _Ex, _L, _RD, _P, _AI],
  [0, () => MetricStat$, 0, 0, 2, 1, 0],
  1
];
var MetricDataResult$ = [
  3,
  n0,
  _MDRe,
  0,
  [_I, _L, _Tim, _Va, _SCta, _Mes],
  [0, 0, 64 | 4, 64 | 1, 0, () => MetricDataResultMessages]
];
var MetricDatum$ = [
  3,
  n0,
  _MDet,
  0,
  [_MN, _D, _T, _V, _SVt, _Va, _Cou, _U, _SRt],
  [0, () => Dimensions, 4, 1, () => StatisticSet$, 64 | 1, 64 | 1, 0, 1],
  1
];
var MetricStat$ = [
  3,
  n0,
  _MSe,
  0,
  [_Met, _P, _St, _U],
  [() => Metric$, 1, 0, 0],
  3
];
var MetricStreamFilter$ = [
  3,
  n0,
  _MSF,
  0,
  [_N, _MNe],
  [0, 64 | 0]
];
var MetricStreamStatisticsConfiguration$ = [
  3,
  n0,
  _MSSC,
  0,
  [_IM, _ASd],
  [() => MetricStreamStatisticsIncludeMetrics, 64 | 0],
  2
];
var MetricStreamStatisticsMetric$ = [
  3,
  n0,
  _MSSM,
  0,
  [_N, _MN],
  [0, 0],
  2
];
var MuteTargets$ = [
  3,
  n0,
  _MTu,
  0,
  [_ANl],
  [64 | 0],
  1
];
var OTelEnrichmentMetricSelector$ = [
  3,
  n0,
  _OTEMS,
  0,
  [_N, _MNe],
  [0, 64 | 0],
  1
];
var PutCompositeAlarmInput$ = [
  3,
  n0,
  _PCAI,
  0,
  [_AN, _AR, _AE, _AA, _ADl, _IDA, _OKA, _Ta, _ASc, _ASWP, _ASEP, _AC],
  [0, 0, 2, 64 | 0, 0, 64 | 0, 64 | 0, () => TagList, 0, 1, 1, () => ActionConfiguration$],
  2
];
var PutLogAlarmInput$ = [
  3,
  n0,
  _PLAI,
  0,
  [_AN, _SQC, _QRTE, _QRTA, _Th, _CO, _ADl, _ALLC, _ALLRA, _AE, _OKA, _AA, _IDA, _TMD, _Ta, _WUC, _AC],
  [0, () => ScheduledQueryConfiguration$, 1, 1, 1, 0, 0, 1, 0, 2, 64 | 0, 64 | 0, 64 | 0, 0, () => TagList, () => WarmUpConfiguration$, () => ActionConfiguration$],
  6
];
var PutMetricAlarmInput$ = [
  3,
  n0,
  _PMAI,
  0,
  [_AN, _ADl, _AE, _OKA, _AA, _IDA, _MN, _N, _Sta, _ESx, _D, _P, _U, _EP, _DTA, _Th, _CO, _TMD, _ELSCP, _Me, _Ta, _TMI, _EW, _WUC, _EC, _EI, _AC],
  [0, 0, 2, 64 | 0, 64 | 0, 64 | 0, 0, 0, 0, 0, () => Dimensions, 1, 0, 1, 1, 1, 0, 0, 0, () => MetricDataQueries, () => TagList, 0, () => EvaluationWindow$, () => WarmUpConfiguration$, () => EvaluationCriteria$, 1, () => ActionConfiguration$],
  1
];
var ResourceMetricSelection$ = [
  3,
  n0,
  _RMS,
  0,
  [_IM],
  [64 | 0],
  1
];
var ScheduleConfiguration$ = [
  3,
  n0,
  _SCc,
  0,
  [_SE, _STO, _ETO],
  [0, 1, 1],
  2
];
var ScheduledQueryConfiguration$ = [
  3,
  n0,
  _SQC,
  0,
  [_QS, _SQRARN, _SCc, _AEg, _LGI, _QARN, _Ta],
  [0, 0, () => ScheduleConfiguration$, 0, 64 | 0, 0, () => TagList],
  4
];
var SlidingWindow$ = [
  3,
  n0,
  _SW,
  0,
  [],
  []
];
var StartMetricStreamsInput$ = [
  3,
  n0,
  _SMSI,
  0,
  [_Nam],
  [64 | 0],
  1
];
var StatisticSet$ = [
  3,
  n0,
  _SS,
  0,
  [_SC, _Su, _Mi, _Ma],
  [1, 1, 1, 1],
  4
];
var StopMetricStreamsInput$ = [
  3,
  n0,
  _SMSIt,
  0,
  [_Nam],
  [64 | 0],
  1
];
var Tag$ = [
  3,
  n0,
  _Tag,
  0,
  [_Ke, _V],
  [0, 0],
  2
];
var UntagResourceInput$ = [
  3,
  n0,
  _URI,
  0,
  [_RARN, _TK],
  [0, 64 | 0],
  2
];
var WallClockWindow$ = [
  3,
  n0,
  _WCW,
  0,
  [_Ti],
  [0]
];
var WarmUpConfiguration$ = [
  3,
  n0,
  _WUC,
  0,
  [_WUPDIM, _OSEAWUPE],
  [1, 2],
  1
];
var AlarmMuteRuleStatuses = 64 | 0;
var AlarmNames = 64 | 0;
var AlarmTagsPropagationTagKeys = 64 | 0;
var AlarmTypes = 64 | 0;
var AnomalyDetectorIds = 64 | 0;
var AnomalyDetectorTypes = 64 | 0;
var Counts = 64 | 1;
var DashboardNames = 64 | 0;
var DashboardValidationMessages = [
  1,
  n0,
  _DVMa,
  0,
  () => DashboardValidationMessage$
];
var DatapointValues = 64 | 1;
var Dimensions = [
  1,
  n0,
  _D,
  0,
  () => Dimension$
];
var ExtendedStatistics = 64 | 0;
var InsightRuleContributorDatapoints = [
  1,
  n0,
  _IRCDn,
  0,
  () => InsightRuleContributorDatapoint$
];
var InsightRuleContributorKeyLabels = 64 | 0;
var InsightRuleContributorKeys = 64 | 0;
var InsightRuleContributors = [
  1,
  n0,
  _IRCn,
  0,
  () => InsightRuleContributor$
];
var InsightRuleMetricDatapoints = [
  1,
  n0,
  _IRMDn,
  0,
  () => InsightRuleMetricDatapoint$
];
var InsightRuleMetricList = 64 | 0;
var InsightRuleNames = 64 | 0;
var LogGroupIdentifiers = 64 | 0;
var MetricDataQueries = [
  1,
  n0,
  _MDQ,
  0,
  () => MetricDataQuery$
];
var MetricDataResultMessages = [
  1,
  n0,
  _MDRM,
  0,
  () => MessageData$
];
var MetricDataResults = [
  1,
  n0,
  _MDR,
  0,
  () => MetricDataResult$
];
var MetricNameList = 64 | 0;
var Metrics = [
  1,
  n0,
  _Me,
  0,
  () => Metric$
];
var MetricStreamFilterMetricNames = 64 | 0;
var MetricStreamNames = 64 | 0;
var MetricStreamStatisticsAdditionalStatistics = 64 | 0;
var MetricStreamStatisticsIncludeMetrics = [
  1,
  n0,
  _MSSIM,
  0,
  () => MetricStreamStatisticsMetric$
];
var MuteTargetAlarmNameList = 64 | 0;
var OTelEnrichmentMetricNameList = 64 | 0;
var OwningAccounts = 64 | 0;
var ResourceList = 64 | 0;
var Statistics = 64 | 0;
var TagKeyList = 64 | 0;
var TagList = [
  1,
  n0,
  _TL,
  0,
  () => Tag$
];
var Timestamps = 64 | 4;
var Values = 64 | 1;
var ContributorAttributes = 128 | 0;
var DatapointValueMap = 128 | 1;
var EntityAttributesMap = 128 | 0;
var EntityKeyAttributesMap = 128 | 0;
var EvaluationCriteria$ = [
  4,
  n0,
  _EC,
  0,
  [_PQLC],
  [() => AlarmPromQLCriteria$]
];
var EvaluationWindow$ = [
  4,
  n0,
  _EW,
  0,
  [_WCW, _SW],
  [() => WallClockWindow$, () => SlidingWindow$]
];
var GetMetricData$ = [
  9,
  n0,
  _GMD,
  0,
  () => GetMetricDataInput$,
  () => GetMetricDataOutput$
];

// node_modules/@aws-sdk/client-cloudwatch/dist-es/runtimeConfig.shared.js
var getRuntimeConfig = (config) => {
  return {
    apiVersion: "2010-08-01",
    base64Decoder: config?.base64Decoder ?? fromBase64,
    base64Encoder: config?.base64Encoder ?? toBase64,
    disableHostPrefix: config?.disableHostPrefix ?? false,
    endpointProvider: config?.endpointProvider ?? defaultEndpointResolver,
    extensions: config?.extensions ?? [],
    httpAuthSchemeProvider: config?.httpAuthSchemeProvider ?? defaultCloudWatchHttpAuthSchemeProvider,
    httpAuthSchemes: config?.httpAuthSchemes ?? [
      {
        schemeId: "aws.auth#sigv4",
        identityProvider: (ipc) => ipc.getIdentityProvider("aws.auth#sigv4"),
        signer: new AwsSdkSigV4Signer()
      }
    ],
    logger: config?.logger ?? new NoOpLogger(),
    protocol: config?.protocol ?? AwsJson1_0Protocol,
    protocolSettings: config?.protocolSettings ?? {
      defaultNamespace: "com.amazonaws.cloudwatch",
      errorTypeRegistries,
      xmlNamespace: "http://monitoring.amazonaws.com/doc/2010-08-01/",
      version: "2010-08-01",
      serviceTarget: "GraniteServiceVersion20100801",
      awsQueryCompatible: true
    },
    serviceId: config?.serviceId ?? "CloudWatch",
    sha256: config?.sha256 ?? Sha256Node,
    urlParser: config?.urlParser ?? parseUrl,
    utf8Decoder: config?.utf8Decoder ?? fromUtf8,
    utf8Encoder: config?.utf8Encoder ?? toUtf8
  };
};

// node_modules/@aws-sdk/client-cloudwatch/dist-es/runtimeConfig.js
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
    defaultSocketTimeout: getDefaultSocketTimeout(config?.requestHandler, 9e5),
    defaultUserAgentProvider: config?.defaultUserAgentProvider ?? createDefaultUserAgentProvider({ serviceId: clientSharedValues.serviceId, clientVersion: package_default.version }),
    disableRequestCompression: config?.disableRequestCompression ?? loadConfig(NODE_DISABLE_REQUEST_COMPRESSION_CONFIG_OPTIONS, config),
    maxAttempts: config?.maxAttempts ?? loadConfig(NODE_MAX_ATTEMPT_CONFIG_OPTIONS, config),
    region: config?.region ?? loadConfig(NODE_REGION_CONFIG_OPTIONS, { ...NODE_REGION_CONFIG_FILE_OPTIONS, ...loaderConfig }),
    requestHandler: NodeHttpHandler.create(config?.requestHandler ?? defaultConfigProvider),
    requestMinCompressionSizeBytes: config?.requestMinCompressionSizeBytes ?? loadConfig(NODE_REQUEST_MIN_COMPRESSION_SIZE_BYTES_CONFIG_OPTIONS, config),
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

// node_modules/@aws-sdk/client-cloudwatch/dist-es/auth/httpAuthExtensionConfiguration.js
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

// node_modules/@aws-sdk/client-cloudwatch/dist-es/runtimeExtensions.js
var resolveRuntimeExtensions = (runtimeConfig, extensions) => {
  const extensionConfiguration = Object.assign(getAwsRegionExtensionConfiguration(runtimeConfig), getDefaultExtensionConfiguration(runtimeConfig), getHttpHandlerExtensionConfiguration(runtimeConfig), getHttpAuthExtensionConfiguration(runtimeConfig));
  extensions.forEach((extension) => extension.configure(extensionConfiguration));
  return Object.assign(runtimeConfig, resolveAwsRegionExtensionConfiguration(extensionConfiguration), resolveDefaultRuntimeConfig(extensionConfiguration), resolveHttpHandlerRuntimeConfig(extensionConfiguration), resolveHttpAuthRuntimeConfig(extensionConfiguration));
};

// node_modules/@aws-sdk/client-cloudwatch/dist-es/CloudWatchClient.js
var CloudWatchClient = class extends Client {
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
    const _config_8 = resolveCompressionConfig(_config_7);
    const _config_9 = resolveRuntimeExtensions(_config_8, configuration?.extensions || []);
    this.config = _config_9;
    this.middlewareStack.use(getSchemaSerdePlugin(this.config));
    this.middlewareStack.use(getUserAgentPlugin(this.config));
    this.middlewareStack.use(getRetryPlugin(this.config));
    this.middlewareStack.use(getContentLengthPlugin(this.config));
    this.middlewareStack.use(getHostHeaderPlugin(this.config));
    this.middlewareStack.use(getLoggerPlugin(this.config));
    this.middlewareStack.use(getRecursionDetectionPlugin(this.config));
    this.middlewareStack.use(getHttpAuthSchemeEndpointRuleSetPlugin(this.config, {
      httpAuthSchemeParametersProvider: defaultCloudWatchHttpAuthSchemeParametersProvider,
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

// node_modules/@aws-sdk/client-cloudwatch/dist-es/commandBuilder.js
var command = makeBuilder(commonParams, "GraniteServiceVersion20100801", "CloudWatchClient", getEndpointPlugin);
var _ep0 = {};
var _mw0 = (Command, cs, config, o) => [];

// node_modules/@aws-sdk/client-cloudwatch/dist-es/commands/GetMetricDataCommand.js
var GetMetricDataCommand = class extends command(_ep0, _mw0, "GetMetricData", GetMetricData$) {
};

// src/ports/metrics.ts
var publicationDelaySeconds = 180;

// src/adapters/aws/metric-window.ts
var minute = 60;
var day = 24 * 60 * minute;
var retention = [
  { upToAgeSeconds: 15 * day, stepSeconds: minute },
  { upToAgeSeconds: 63 * day, stepSeconds: 5 * minute },
  { upToAgeSeconds: 455 * day, stepSeconds: 60 * minute }
];
var coarsest = retention[2];
var underWaySeconds = 5 * minute;
function periodFor({ from }, wantedSeconds, now) {
  const ageSeconds = (now.getTime() - from.getTime()) / 1e3 + underWaySeconds;
  const { stepSeconds } = retention.find(({ upToAgeSeconds }) => ageSeconds <= upToAgeSeconds) ?? coarsest;
  return Math.max(1, Math.ceil(wantedSeconds / stepSeconds)) * stepSeconds;
}
function settledWindow({ from, to }, now) {
  const oldestMs = now.getTime() - coarsest.upToAgeSeconds * 1e3;
  const newestMs = now.getTime() - publicationDelaySeconds * 1e3;
  const startMs = roundedDown(Math.max(from.getTime(), oldestMs) + minute * 1e3 - 1, minute);
  const endMs = roundedDown(Math.min(to.getTime(), newestMs), minute);
  return startMs < endMs ? { from: new Date(startMs), to: new Date(endMs) } : void 0;
}
function roundedDown(ms, stepSeconds) {
  return Math.floor(ms / (stepSeconds * 1e3)) * stepSeconds * 1e3;
}

// src/adapters/aws/metric-calls.ts
var limitsOfCall = { queries: 500, datapoints: 100800 };
function planCalls(queries, window, now) {
  const settled = settledWindow(window, now);
  if (!settled) return { window: void 0, calls: [] };
  const reads = distinctReads(queries, (wantedSeconds) => periodFor(settled, wantedSeconds, now));
  const longest = reads.reduce((most, { periodSeconds }) => Math.max(most, periodSeconds), 1);
  const from = new Date(roundedDown(settled.from.getTime(), longest));
  const seconds = (settled.to.getTime() - from.getTime()) / 1e3;
  const batches = inBatches(reads, ({ periodSeconds }) => Math.ceil(seconds / periodSeconds));
  return { window: settled, calls: batches.map((batch) => ({ from, to: settled.to, reads: batch })) };
}
function distinctReads(queries, periodOf) {
  const reads = /* @__PURE__ */ new Map();
  for (const { id, metric, periodSeconds: wanted } of queries) {
    const periodSeconds = periodOf(wanted);
    const key = `${keyOf(metric)} ${periodSeconds}`;
    const known = reads.get(key);
    if (known) known.ids.push(id);
    else reads.set(key, { ids: [id], metric, periodSeconds });
  }
  return [...reads.values()].map((read, index) => ({ callId: `m${index}`, ...read }));
}
function keyOf({ namespace, name, dimensions, statistic }) {
  return JSON.stringify([namespace, name, Object.entries(dimensions).sort(), statistic]);
}
function inBatches(reads, datapointsOf) {
  const batches = [];
  let datapoints = 0;
  for (const read of reads) {
    const batch = batches.at(-1);
    const more = datapointsOf(read);
    if (batch && batch.length < limitsOfCall.queries && datapoints + more <= limitsOfCall.datapoints) {
      batch.push(read);
      datapoints += more;
    } else {
      batches.push([read]);
      datapoints = more;
    }
  }
  return batches;
}

// src/adapters/aws/metrics.ts
var retrying = { retryMode: "adaptive", maxAttempts: 5 };
function openMetrics(config, clock) {
  const client = new CloudWatchClient({ ...config, ...retrying });
  return {
    read: async (queries, asked) => {
      const { window, calls } = planCalls(queries, asked, clock.now());
      const nothing = queries.map(({ id }) => [id, { kind: "data", points: [] }]);
      if (!window) return new Map(nothing);
      const answers = await Promise.all(calls.map((call) => readCall(client, call, window)));
      return new Map(answers.flat());
    }
  };
}
async function readCall(client, call, window) {
  try {
    const collected = await readPages(client, call);
    return call.reads.flatMap((read) => {
      const series = seriesOf(read, collected.get(read.callId), window);
      return read.ids.map((id) => [id, series]);
    });
  } catch (error) {
    throw explain({ what: "read metrics", permission: "cloudwatch:GetMetricData" }, error);
  }
}
async function readPages(client, { from, to, reads }) {
  const collected = /* @__PURE__ */ new Map();
  const request = {
    StartTime: from,
    EndTime: to,
    ScanBy: "TimestampAscending",
    MaxDatapoints: limitsOfCall.datapoints,
    MetricDataQueries: reads.map(asQuery)
  };
  let NextToken;
  do {
    const page = await client.send(new GetMetricDataCommand({ ...request, ...NextToken && { NextToken } }));
    for (const result of page.MetricDataResults ?? []) collect(collected, result);
    NextToken = page.NextToken;
  } while (NextToken);
  return collected;
}
function asQuery({ callId, metric, periodSeconds }) {
  const Dimensions2 = Object.entries(metric.dimensions).map(([Name, Value]) => ({ Name, Value }));
  const Metric = { Namespace: metric.namespace, MetricName: metric.name, Dimensions: Dimensions2 };
  return { Id: callId, MetricStat: { Metric, Period: periodSeconds, Stat: metric.statistic } };
}
function collect(all, { Id = "", Timestamps: Timestamps2 = [], Values: Values2 = [], StatusCode }) {
  const known = all.get(Id) ?? { valueByMs: /* @__PURE__ */ new Map(), status: void 0 };
  all.set(Id, known);
  if (!isTrouble(known.status)) known.status = StatusCode;
  for (const [index, at] of Timestamps2.entries()) {
    const value2 = Values2[index];
    if (value2 !== void 0 && Number.isFinite(value2)) known.valueByMs.set(at.getTime(), value2);
  }
}
var troubles = {
  Forbidden: "AWS denied it; allow cloudwatch:GetMetricData to the role",
  InternalError: "CloudWatch had an internal error; run again"
};
function isTrouble(status) {
  return status !== void 0 && Object.hasOwn(troubles, status);
}
function seriesOf({ periodSeconds }, collected, { from, to }) {
  if (!collected) return { kind: "unavailable", because: "CloudWatch left it out of its answer" };
  const because = isTrouble(collected.status) && troubles[collected.status ?? ""];
  if (because) return { kind: "unavailable", because };
  const points = [...collected.valueByMs].filter(([atMs]) => atMs >= from.getTime() && atMs + periodSeconds * 1e3 <= to.getTime()).map(([atMs, value2]) => ({ atMs, value: value2 })).sort((one2, other) => one2.atMs - other.atMs);
  return { kind: "data", points };
}

// src/kpis/pace.ts
var everyMinute = { periodSeconds: 60 };
var threeOfFive = { periods: 5, datapoints: 3 };
var twoOfThree = { periods: 3, datapoints: 2 };
var quietIsGood = { whenMissing: "notBreaching" };
var quietIsBad = { whenMissing: "breaching" };

// src/kpis/api.ts
var of = (name, statistic) => ({
  namespace: "AWS/ApiGateway",
  name,
  dimensions: { ApiName: "api-name", Stage: "api-stage" },
  statistic
});
var shared = { group: "api", layer: "platform", environments: "all", good: "low", ...everyMinute };
var rate = (name) => ({ kind: "percentage", part: of(name, "Sum"), whole: of("Count", "Sum"), atLeast: 100 });
var apiKpis = [
  {
    id: "api-5xx-rate",
    title: "Errors of the API",
    about: "The API answers more than 1 % with 5XX",
    ...shared,
    unit: "Percent",
    target: 0.1,
    measure: rate("5XXError"),
    // Ten times the budget of the availability objective.
    alarm: { threshold: 1, ...threeOfFive, ...quietIsGood },
    runbook: "ecs-rollback",
    aborts: ["game-day"]
  },
  {
    id: "api-4xx-rate",
    title: "Refusals of the API",
    about: "The API refuses more than 5 %: a broken client, a key that is gone, or a throttle that is too low",
    ...shared,
    environments: "lasting",
    unit: "Percent",
    target: 2,
    measure: rate("4XXError"),
    // AWS's own example for this alarm: https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Best_Practice_Recommended_Alarms_AWS_Services.html
    alarm: { threshold: 5, ...threeOfFive, ...quietIsGood },
    runbook: "api-throttle",
    aborts: []
  },
  {
    id: "api-latency",
    title: "Latency of the API, p99",
    about: "One call in a hundred takes longer than two seconds",
    ...shared,
    environments: "lasting",
    unit: "Milliseconds",
    target: 1e3,
    measure: { kind: "metric", metric: of("Latency", "p99") },
    // The second that the service behind it has, and as much again for the way there.
    alarm: { threshold: 2e3, ...threeOfFive, ...quietIsGood },
    runbook: "ecs-scale",
    aborts: []
  }
];

// src/kpis/cache.ts
var of2 = (name, statistic = "Maximum") => ({
  namespace: "AWS/ElastiCache",
  name,
  dimensions: { CacheClusterId: "cache-node" },
  statistic
});
var shared2 = { group: "cache", layer: "platform", environments: "all", aborts: [], ...everyMinute };
var steady = { ...threeOfFive, ...quietIsGood };
var cacheKpis = [
  {
    id: "cache-cpu",
    title: "CPU of the engine",
    about: "The Redis process is busy: more than 90 % of its core",
    ...shared2,
    unit: "Percent",
    good: "low",
    target: 70,
    measure: { kind: "metric", metric: of2("EngineCPUUtilization") },
    // AWS's advice, 90 % of what the engine has: https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/CacheMetrics.WhichShouldIMonitor.html
    alarm: { threshold: 90, ...steady },
    runbook: "redis-failover"
  },
  {
    id: "cache-memory",
    title: "Memory",
    about: "More than 80 % of the memory holds data; sessions will be evicted",
    ...shared2,
    unit: "Percent",
    good: "low",
    // What the nodes are sized for: a fifth more than the peak.
    target: 75,
    measure: { kind: "metric", metric: of2("DatabaseMemoryUsagePercentage") },
    alarm: { threshold: 80, ...steady },
    runbook: "redis-failover"
  },
  {
    id: "cache-replication-lag",
    title: "Replication lag",
    about: "A replica is more than a second behind; a failover would lose sessions",
    ...shared2,
    environments: "lasting",
    unit: "Seconds",
    good: "low",
    target: 0.5,
    // Only replicas report it.
    measure: { kind: "metric", metric: of2("ReplicationLag") },
    alarm: { threshold: 1, ...steady },
    runbook: "redis-failover"
  },
  {
    id: "cache-evictions",
    title: "Evictions",
    about: "Redis throws data away to make room: students are signed out",
    ...shared2,
    environments: "lasting",
    unit: "Count",
    good: "low",
    target: 0,
    measure: { kind: "metric", metric: of2("Evictions", "Sum") },
    // The cache is sized to hold every session; not one should have to go.
    alarm: { threshold: 0, ...steady },
    runbook: "redis-failover"
  },
  {
    id: "cache-misses",
    title: "Misses",
    about: "More than a fifth of the lookups find nothing: the database has to answer them",
    ...shared2,
    environments: "lasting",
    unit: "Percent",
    good: "low",
    target: 10,
    // CacheHitRate is 0 on a replica that nobody reads: with its two parts, silence can be told from failure.
    measure: { kind: "share", part: of2("CacheMisses", "Sum"), rest: of2("CacheHits", "Sum"), atLeast: 100 },
    // AWS: below a hit rate of about 0.8, many keys are evicted, expired or never there (CacheHitRate, on the page above).
    alarm: { threshold: 20, ...steady },
    runbook: "collect-diagnostics"
  }
];

// src/kpis/database.ts
var writer = (name, statistic) => ({
  namespace: "AWS/RDS",
  name,
  dimensions: { DBClusterIdentifier: "database-cluster", Role: { is: "WRITER" } },
  statistic
});
var shared3 = { group: "database", layer: "platform", environments: "all", aborts: [], ...everyMinute };
var steady2 = { ...threeOfFive, ...quietIsGood };
var databaseKpis = [
  {
    id: "database-cpu",
    title: "CPU of the writer",
    about: "The writer is busy: more than 80 % CPU",
    ...shared3,
    unit: "Percent",
    good: "low",
    target: 60,
    measure: { kind: "metric", metric: writer("CPUUtilization", "Average") },
    // A fifth is left for a failover: the one writer then also has the queries of the reader. A live writer is never silent.
    alarm: { threshold: 80, ...threeOfFive, ...quietIsBad },
    runbook: "aurora-failover"
  },
  {
    id: "database-connections",
    title: "Connections",
    about: "Four fifths of the connections that the instance class takes are in use",
    ...shared3,
    unit: "Count",
    good: "low",
    target: { share: 0.6, of: "database-connections" },
    measure: { kind: "metric", metric: writer("DatabaseConnections", "Maximum") },
    // Beyond the limit new connections are refused: the last fifth is the time that there is to act.
    alarm: { threshold: { share: 0.8, of: "database-connections" }, ...steady2 },
    runbook: "ecs-scale"
  },
  {
    id: "database-memory",
    title: "Freeable memory",
    about: "The writer has less than 5 % of its memory left",
    ...shared3,
    environments: "lasting",
    unit: "Bytes",
    good: "high",
    target: { share: 0.1, of: "database-memory-bytes" },
    measure: { kind: "metric", metric: writer("FreeableMemory", "Minimum") },
    // What AWS recommends for Aurora: https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Best_Practice_Recommended_Alarms_AWS_Services.html
    alarm: { threshold: { share: 0.05, of: "database-memory-bytes" }, ...steady2 },
    runbook: "aurora-failover"
  },
  {
    id: "database-replica-lag",
    title: "Replica lag",
    about: "A replica is more than a second behind",
    ...shared3,
    unit: "Milliseconds",
    good: "low",
    // AWS: usually much less than 100 ms, https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Aurora.Replication.html
    target: 100,
    measure: {
      kind: "metric",
      metric: {
        namespace: "AWS/RDS",
        name: "AuroraReplicaLagMaximum",
        dimensions: { DBClusterIdentifier: "database-cluster" },
        statistic: "Maximum"
      }
    },
    // A student who has just answered would not see the answer on the next page.
    alarm: { threshold: 1e3, ...steady2 },
    runbook: "aurora-failover"
  },
  {
    id: "database-commit-latency",
    title: "Commit latency",
    about: "A commit takes more than a tenth of a second",
    ...shared3,
    environments: "lasting",
    unit: "Milliseconds",
    good: "low",
    target: 20,
    measure: { kind: "metric", metric: writer("CommitLatency", "Average") },
    // A request has a second; ten commits one after the other would use it up.
    alarm: { threshold: 100, ...steady2 },
    runbook: "aurora-failover"
  },
  {
    id: "database-deadlocks",
    title: "Deadlocks",
    about: "More than one deadlock every ten seconds: transactions wait for each other in circles",
    ...shared3,
    environments: "lasting",
    unit: "Count/Second",
    good: "low",
    target: 0,
    measure: { kind: "metric", metric: writer("Deadlocks", "Average") },
    // PostgreSQL ends a deadlock after a second (deadlock_timeout): a single one is retried, six a minute are a bug in what was deployed.
    alarm: { threshold: 0.1, ...steady2 },
    runbook: "ecs-rollback"
  }
];

// src/kpis/edge.ts
var of3 = (name, statistic) => ({
  namespace: "AWS/ApplicationELB",
  name,
  dimensions: { LoadBalancer: "load-balancer" },
  statistic
});
var shared4 = { group: "edge", layer: "platform", environments: "all", ...everyMinute };
var errorRate = { unit: "Percent", good: "low", target: 0.1, alarm: { threshold: 1, ...threeOfFive, ...quietIsGood } };
var atLeast = 100;
var edgeKpis = [
  {
    id: "edge-5xx-rate",
    title: "Errors of the load balancer",
    about: "The load balancer itself answers more than 1 % with 5XX",
    ...shared4,
    ...errorRate,
    // RequestCount has only the requests for which a target was found: without targets, the errors are all there is.
    measure: { kind: "share", part: of3("HTTPCode_ELB_5XX_Count", "Sum"), rest: of3("RequestCount", "Sum"), atLeast },
    runbook: "az-evacuation",
    aborts: ["game-day"]
  },
  {
    id: "targets-5xx-rate",
    title: "Errors of all services",
    about: "Services answer more than 1 % with 5XX",
    ...shared4,
    ...errorRate,
    measure: { kind: "percentage", part: of3("HTTPCode_Target_5XX_Count", "Sum"), whole: of3("RequestCount", "Sum"), atLeast },
    runbook: "ecs-rollback",
    aborts: ["game-day"]
  },
  {
    id: "edge-latency",
    title: "Latency of all services, p99",
    about: "One request in a hundred takes longer than a second, over all services",
    ...shared4,
    environments: "lasting",
    unit: "Seconds",
    good: "low",
    // A second is the limit for a person's flow of thought: https://www.nngroup.com/articles/response-times-3-important-limits/
    target: 1,
    measure: { kind: "metric", metric: of3("TargetResponseTime", "p99") },
    alarm: { threshold: 1, ...threeOfFive, ...quietIsGood },
    runbook: "ecs-scale",
    // A zone's loss makes everything slow for some minutes: that is what a drill is there to measure, not a reason to end it.
    aborts: []
  },
  {
    id: "edge-requests",
    title: "Requests",
    about: "How much there is to do; the other numbers are to be read with it",
    ...shared4,
    unit: "Count",
    good: "neither",
    measure: { kind: "metric", metric: of3("RequestCount", "Sum") },
    runbook: "ecs-scale",
    aborts: []
  }
];

// src/kpis/events.ts
var stream = (name, statistic) => ({
  namespace: "AWS/Kinesis",
  name,
  dimensions: { StreamName: "stream" },
  statistic
});
var delivery = (name, statistic) => ({
  namespace: "AWS/Firehose",
  name,
  dimensions: { DeliveryStreamName: "delivery-stream" },
  statistic
});
var shared5 = { group: "events", layer: "platform", environments: "all", aborts: [], ...everyMinute };
var never = {
  unit: "Count",
  good: "low",
  target: 0,
  alarm: { threshold: 0, ...twoOfThree, ...quietIsGood }
};
var eventKpis = [
  {
    id: "events-age",
    title: "Age of the oldest event",
    about: "Events wait for more than a minute to be read",
    ...shared5,
    unit: "Milliseconds",
    good: "low",
    target: 1e4,
    measure: { kind: "metric", metric: stream("GetRecords.IteratorAgeMilliseconds", "Maximum") },
    // Readers should be behind by seconds; the stream forgets after a day, so that there is time to act.
    alarm: { threshold: 6e4, ...threeOfFive, ...quietIsGood },
    runbook: "kinesis-reshard"
  },
  {
    id: "events-throttled",
    title: "Throttled writes",
    about: "Producers are throttled: too few shards",
    ...shared5,
    ...never,
    measure: { kind: "metric", metric: stream("WriteProvisionedThroughputExceeded", "Sum") },
    runbook: "kinesis-reshard"
  },
  {
    id: "events-read-throttled",
    title: "Throttled reads",
    about: "Readers are throttled: too many of them for the shards",
    ...shared5,
    ...never,
    environments: "lasting",
    measure: { kind: "metric", metric: stream("ReadProvisionedThroughputExceeded", "Sum") },
    runbook: "kinesis-reshard"
  },
  {
    id: "delivery-freshness",
    title: "Age of the oldest event that is not delivered",
    about: "The oldest event that is not yet in S3 is more than 15 minutes old",
    ...shared5,
    unit: "Seconds",
    good: "low",
    // A buffer is written after five minutes at the latest, here, and needs a moment for it.
    target: 600,
    measure: { kind: "metric", metric: delivery("DeliveryToS3.DataFreshness", "Maximum") },
    // Three full buffers late: https://docs.aws.amazon.com/firehose/latest/dev/firehose-cloudwatch-metrics-best-practices.html
    alarm: { threshold: 900, ...threeOfFive, ...quietIsGood },
    runbook: "collect-diagnostics"
  },
  {
    id: "delivery-throttled",
    title: "Throttled deliveries",
    about: "The delivery stream refuses records: its quota is used up",
    ...shared5,
    ...never,
    environments: "lasting",
    measure: { kind: "metric", metric: delivery("ThrottledRecords", "Sum") },
    runbook: "collect-diagnostics"
  }
];

// src/kpis/operations.ts
var operationsKpis = [
  {
    id: "dead-letters",
    title: "Dead letters",
    about: "A scheduled check or a notification could not be delivered",
    group: "operations",
    layer: "platform",
    environments: "all",
    unit: "Count",
    ...everyMinute,
    good: "low",
    target: 0,
    measure: {
      kind: "metric",
      // https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-available-cloudwatch-metrics.html
      metric: {
        namespace: "AWS/SQS",
        name: "ApproximateNumberOfMessagesVisible",
        dimensions: { QueueName: "dead-letter-queue" },
        statistic: "Maximum"
      }
    },
    // Nothing that ends there mends itself.
    alarm: { threshold: 0, ...twoOfThree, ...quietIsGood },
    runbook: "dlq-redrive",
    aborts: []
  }
];

// src/kpis/security.ts
var securityKpis = [
  {
    id: "blocked-requests",
    title: "Blocked requests",
    about: "The firewall blocks far more than at this time of other days: an attack, or a rule that hits students",
    group: "security",
    layer: "platform",
    // A model of what is usual needs days of data.
    environments: "lasting",
    unit: "Count",
    periodSeconds: 300,
    good: "low",
    measure: {
      kind: "metric",
      metric: {
        namespace: "AWS/WAFV2",
        name: "BlockedRequests",
        dimensions: { WebACL: "web-acl", Region: "region", Rule: { is: "ALL" } },
        statistic: "Sum"
      }
    },
    // No number is right by day and by night. Twice the band that CloudWatch proposes, because scans come in bursts:
    // https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Anomaly_Detection.html
    alarm: { threshold: { standardDeviations: 4 }, ...threeOfFive, ...quietIsGood },
    runbook: "waf-block-ip",
    aborts: []
  }
];

// src/kpis/service.ts
var requests = (name, statistic, more = {}) => ({
  namespace: "AWS/ApplicationELB",
  name,
  dimensions: { LoadBalancer: "load-balancer", TargetGroup: "target-group", ...more },
  statistic
});
var inZone = { AvailabilityZone: "zone" };
var tasks = { ClusterName: "cluster", ServiceName: "service" };
var load = (name) => ({ namespace: "AWS/ECS", name, dimensions: tasks, statistic: "Average" });
var count = (name, statistic) => ({
  namespace: "ECS/ContainerInsights",
  name,
  dimensions: tasks,
  statistic
});
var shared6 = { group: "service", layer: "service", environments: "all", ...everyMinute };
var steady3 = { ...threeOfFive, ...quietIsGood };
var atLeast2 = 20;
var userKpis = [
  {
    id: "errors",
    title: "Errors",
    about: "More than 1 % of the answers are 5XX",
    ...shared6,
    unit: "Percent",
    good: "low",
    target: 0.1,
    measure: {
      kind: "percentage",
      part: requests("HTTPCode_Target_5XX_Count", "Sum"),
      whole: requests("RequestCount", "Sum"),
      atLeast: atLeast2
    },
    // Ten times the budget of the availability objective.
    alarm: { threshold: 1, ...steady3 },
    runbook: "ecs-rollback",
    aborts: ["deploy"]
  },
  {
    id: "latency",
    title: "Latency, p99",
    about: "One request in a hundred takes longer than a second",
    ...shared6,
    unit: "Seconds",
    good: "low",
    // A second is the limit for a person's flow of thought: https://www.nngroup.com/articles/response-times-3-important-limits/
    target: 1,
    measure: { kind: "metric", metric: requests("TargetResponseTime", "p99") },
    alarm: { threshold: 1, ...steady3 },
    runbook: "ecs-rollback",
    aborts: ["deploy"]
  },
  {
    id: "requests",
    title: "Requests",
    about: "How much the service has to do; the other numbers are to be read with it",
    ...shared6,
    unit: "Count",
    good: "neither",
    measure: { kind: "metric", metric: requests("RequestCount", "Sum") },
    runbook: "ecs-scale",
    aborts: []
  },
  {
    id: "zone-errors",
    title: "Errors by zone",
    about: "More than 1 % of the answers are 5XX in one zone",
    ...shared6,
    environments: "lasting",
    unit: "Percent",
    good: "low",
    target: 0.1,
    measure: {
      kind: "percentage",
      part: requests("HTTPCode_Target_5XX_Count", "Sum", inZone),
      whole: requests("RequestCount", "Sum", inZone),
      atLeast: atLeast2
    },
    // The same as for the whole service: a zone that alone reaches it is one to leave.
    alarm: { threshold: 1, ...steady3 },
    runbook: "az-evacuation",
    aborts: []
  }
];
var busy = { unit: "Percent", good: "low", alarm: { threshold: 80, ...steady3 }, runbook: "ecs-scale", aborts: [] };
var taskKpis = [
  {
    id: "unhealthy",
    title: "Unhealthy tasks",
    about: "Tasks fail the health check of the load balancer",
    ...shared6,
    unit: "Count",
    good: "low",
    target: 0,
    measure: { kind: "metric", metric: requests("UnHealthyHostCount", "Maximum") },
    alarm: { threshold: 0, ...steady3 },
    runbook: "ecs-force-new-deployment",
    aborts: ["deploy"]
  },
  {
    id: "healthy",
    title: "Healthy tasks",
    about: "No task of the service can take requests",
    ...shared6,
    environments: "lasting",
    unit: "Count",
    good: "high",
    // One in each of two zones is the least that survives the loss of one.
    target: 2,
    measure: { kind: "metric", metric: requests("HealthyHostCount", "Minimum") },
    // Nobody is served: that is told after two minutes. A target group without targets is silent.
    alarm: { threshold: 1, ...twoOfThree, ...quietIsBad },
    runbook: "ecs-force-new-deployment",
    aborts: []
  },
  {
    id: "missing-tasks",
    title: "Missing tasks",
    about: "Fewer tasks run than should",
    ...shared6,
    unit: "Count",
    good: "low",
    target: 0,
    measure: {
      kind: "difference",
      minuend: count("DesiredTaskCount", "Maximum"),
      subtrahend: count("RunningTaskCount", "Minimum")
    },
    // A task takes a minute or two to start: three minutes of five are no longer a start.
    alarm: { threshold: 0, ...threeOfFive, ...quietIsBad },
    runbook: "ecs-force-new-deployment",
    aborts: []
  },
  {
    id: "running-tasks",
    title: "Running tasks",
    about: "How many tasks scaling keeps",
    ...shared6,
    unit: "Count",
    good: "neither",
    measure: { kind: "metric", metric: count("RunningTaskCount", "Minimum") },
    runbook: "ecs-scale",
    aborts: []
  },
  {
    id: "cpu",
    title: "CPU",
    about: "Tasks use more than 80 % of their CPU",
    ...shared6,
    ...busy,
    target: 70,
    measure: { kind: "metric", metric: load("CPUUtilization") }
  },
  {
    id: "memory",
    title: "Memory",
    about: "Tasks use more than 80 % of their memory",
    ...shared6,
    ...busy,
    target: 75,
    measure: { kind: "metric", metric: load("MemoryUtilization") }
  }
];
var serviceKpis = [...userKpis, ...taskKpis];

// src/kpis/slo.ts
var minute2 = 60;
var hour = 60 * minute2;
var day2 = 24 * hour;
var burnRates = [
  { id: "fast", severity: "page", rate: 14.4, longSeconds: hour, shortSeconds: 5 * minute2 },
  { id: "slow", severity: "page", rate: 6, longSeconds: 6 * hour, shortSeconds: 30 * minute2 },
  { id: "drift", severity: "ticket", rate: 1, longSeconds: 3 * day2, shortSeconds: 6 * hour }
];
var of4 = (name, statistic) => ({
  namespace: "AWS/ApplicationELB",
  name,
  dimensions: { LoadBalancer: "load-balancer", TargetGroup: "target-group" },
  statistic
});
var shared7 = { objectiveDays: 30, leastBad: 5, burnRates, environments: "lasting" };
var slos = [
  {
    id: "availability",
    title: "Availability",
    about: "Of all requests, 99.9 % are answered without a 5XX",
    // What the load balancer answers itself belongs to no target group: `edge-5xx-rate` and `healthy` are about that.
    bad: of4("HTTPCode_Target_5XX_Count", "Sum"),
    all: of4("RequestCount", "Sum"),
    // 43 minutes of full outage a month.
    objectivePercent: 99.9,
    ...shared7,
    runbook: "ecs-rollback"
  },
  {
    id: "latency",
    title: "Latency",
    about: "Of all requests, 99 % are answered within a second",
    bad: of4("TargetResponseTime", "TC(1:)"),
    all: of4("TargetResponseTime", "SampleCount"),
    // The same second and the same hundredth as in the KPI of that name.
    objectivePercent: 99,
    ...shared7,
    runbook: "ecs-scale"
  }
];

// src/kpis/index.ts
var catalogue = {
  kpis: [
    ...edgeKpis,
    ...serviceKpis,
    ...databaseKpis,
    ...cacheKpis,
    ...eventKpis,
    ...apiKpis,
    ...securityKpis,
    ...operationsKpis
  ],
  slos
};

// src/actions/kpi/contract.ts
var kpiContract = contract({
  name: "kpi",
  title: "Opsdeck KPIs",
  about: "Judges the KPIs of an environment or of a pull request's preview against their targets, and compares them with another environment or the time before; marks only what is more than noise.",
  inputs: {
    window: { kind: "duration", about: "How far back is looked: from `10m` to `455d`", default: "1h" },
    compare: {
      kind: "choice",
      choices: ["none", "base", "previous"],
      about: "What it is compared with: nothing; `base`, the service (and platform) of the environment at the same time, for previews; `previous`, the same length of time before",
      default: "previous"
    },
    environment: {
      kind: "text",
      about: "Environment that is judged, or that the preview is compared with",
      default: commonInputs.environment.default
    },
    "pull-request": {
      kind: "number",
      about: "Number of the pull request whose preview is judged (default: the event's)",
      least: 1
    },
    issue: {
      kind: "flag",
      about: 'Keeps the issue "KPI report" of the environment up to date: for a schedule, where there is no pull request',
      default: false
    },
    region: commonInputs.region,
    "github-token": commonInputs["github-token"],
    "comment-author": commonInputs["comment-author"]
  },
  outputs: {
    "has-breach": { about: "`true` if a KPI is on the bad side of its target" },
    worst: { about: "Id of the worst KPI; empty if all are well" },
    "report-path": { about: "Path of the report, one HTML file: for an artifact. Empty if there was nothing to measure" },
    ...commonOutputs
  },
  permissions: { contents: "read", "id-token": "write", "pull-requests": "write", issues: "write" },
  role: "plan",
  triggers: ["schedule", "workflow_call", "workflow_dispatch", "issue_comment"]
});

// src/define/kpi.ts
var kpiGroups = {
  edge: "Edge",
  service: "Service",
  database: "Database",
  cache: "Cache",
  events: "Events",
  api: "API",
  security: "Security",
  operations: "Operations"
};

// src/kpis/burn-rates.ts
function badPercentAt({ objectivePercent }, { rate: rate2 }) {
  return rounded(rate2 * (100 - objectivePercent));
}
function leastRequests(slo, burnRate) {
  return Math.ceil(rounded(100 * slo.leastBad / badPercentAt(slo, burnRate)));
}
function rounded(value2) {
  return Number(value2.toFixed(6));
}

// src/actions/kpi/statistics.ts
function quantile(values, share) {
  const sorted = [...values].sort((one2, other) => one2 - other);
  const position = (sorted.length - 1) * share;
  const [low, high] = [sorted[Math.floor(position)] ?? Number.NaN, sorted[Math.ceil(position)] ?? Number.NaN];
  return low + (high - low) * (position - Math.floor(position));
}
function sum(values) {
  return values.reduce((total, value2) => total + value2, 0);
}
function mean(values) {
  return sum(values) / values.length;
}
function areDisjoint(one2, other) {
  return one2.high < other.low || other.high < one2.low;
}
function interquartileRange(values) {
  return { low: quantile(values, 0.25), high: quantile(values, 0.75) };
}
var z = 1.96;
function wilsonPercent(part, whole) {
  const share = Math.min(1, Math.max(0, part / whole));
  const middle = share + z ** 2 / (2 * whole);
  const reach = z * Math.sqrt(share * (1 - share) / whole + z ** 2 / (4 * whole ** 2));
  const scale = 1 + z ** 2 / whole;
  return { low: 100 * (middle - reach) / scale, high: 100 * (middle + reach) / scale };
}

// src/actions/kpi/evaluate.ts
var leastPeriods = 3;
function evaluate(measure2, series) {
  const denied = Object.entries(series).find(([name, { kind }]) => kind === "unavailable" && !isDispensable(measure2, name));
  if (denied?.[1].kind === "unavailable") return { kind: "unavailable", because: denied[1].because };
  const points = (name) => cleanPoints(series[name]);
  switch (measure2.kind) {
    case "metric":
      return evaluateMetric(measure2.metric.statistic, points("value"), points("count"));
    case "percentage":
      return evaluateShare(points("part"), points("whole"), measure2.atLeast);
    case "share":
      return evaluateShare(points("part"), addPoints(points("part"), points("rest")), measure2.atLeast);
    case "difference":
      return evaluateMetric("Maximum", subtractPoints(points("minuend"), points("subtrahend")), []);
    default:
      throw new Error(`no such measure: ${measure2}`);
  }
}
function isDispensable(measure2, name) {
  return name === "count" && measure2.kind === "metric" && measure2.metric.statistic === "Average";
}
function cleanPoints(series) {
  if (series?.kind !== "data") return [];
  const byInstant2 = new Map(series.points.flatMap(({ atMs, value: value2 }) => Number.isFinite(value2) ? [[atMs, value2]] : []));
  return [...byInstant2].map(([atMs, value2]) => ({ atMs, value: value2 })).sort((one2, other) => one2.atMs - other.atMs);
}
function evaluateMetric(statistic, points, counts) {
  const of5 = sum(counts.map(({ value: value2 }) => value2));
  const isPercentile = statistic.startsWith("p");
  const samples = { periods: points.length, ...(counts.length > 0 || isPercentile) && { of: of5 } };
  const lack = lackOf(points) ?? (isPercentile ? lackOfValues(statistic, of5) : void 0);
  if (lack !== void 0) return { kind: "insufficient", because: lack, points, samples };
  return { kind: "value", ...summedUp(statistic, points, counts), points, samples };
}
function lackOf({ length }) {
  if (length === 0) return "no data in the window";
  return length < leastPeriods ? `only ${length} of at least ${leastPeriods} periods have data` : void 0;
}
function lackOfValues(statistic, values) {
  const least = Math.round(100 / (100 - Number(statistic.slice(1))));
  if (values >= least) return void 0;
  return `only ${values} values: ${statistic} is the worst of them below ${least}`;
}
function summedUp(statistic, points, counts) {
  const values = points.map(({ value: value2 }) => value2);
  switch (statistic) {
    case "Sum":
    case "SampleCount":
      return { value: sum(values), how: "sum" };
    case "Minimum":
      return { value: values.reduce((one2, other) => Math.min(one2, other)), how: "lowest" };
    case "Maximum":
      return { value: values.reduce((one2, other) => Math.max(one2, other)), how: "highest" };
    case "Average":
      return { value: weightedMean(points, counts), how: "average" };
    default:
      return statistic.startsWith("TC") ? { value: sum(values), how: "sum" } : { value: quantile(values, 0.5), how: "median period" };
  }
}
function weightedMean(points, counts) {
  const weights = byInstant(counts);
  const known = points.map(({ atMs }) => weights.get(atMs) ?? 0);
  if (known.some((weight) => weight <= 0)) return mean(points.map(({ value: value2 }) => value2));
  return sum(points.map(({ value: value2 }, index) => value2 * (known[index] ?? 0))) / sum(known);
}
function evaluateShare(parts, wholes, atLeast3) {
  const part = byInstant(parts);
  const pairs = wholes.map(({ atMs, value: value2 }) => ({ atMs, part: part.get(atMs) ?? 0, whole: value2 }));
  const counts = { part: sum(pairs.map((pair) => pair.part)), whole: sum(pairs.map((pair) => pair.whole)) };
  const points = pairs.flatMap(
    (pair) => pair.whole >= atLeast3 && pair.whole > 0 ? [{ atMs: pair.atMs, value: 100 * pair.part / pair.whole }] : []
  );
  const samples = { periods: wholes.length, of: counts.whole };
  const lack = lackOf(wholes) ?? (counts.whole < Math.max(1, atLeast3) ? `only ${counts.whole} of at least ${atLeast3}` : void 0);
  if (lack !== void 0) return { kind: "insufficient", because: lack, points, samples };
  return { kind: "value", value: 100 * counts.part / counts.whole, points, samples, counts };
}
function addPoints(one2, other) {
  const [first, second] = [byInstant(one2), byInstant(other)];
  const instants = [.../* @__PURE__ */ new Set([...first.keys(), ...second.keys()])].sort((a3, b2) => a3 - b2);
  return instants.map((atMs) => ({ atMs, value: (first.get(atMs) ?? 0) + (second.get(atMs) ?? 0) }));
}
function subtractPoints(minuend, subtrahend) {
  const less = byInstant(subtrahend);
  return minuend.flatMap(({ atMs, value: value2 }) => {
    const other = less.get(atMs);
    return other === void 0 ? [] : [{ atMs, value: value2 - other }];
  });
}
function byInstant(points) {
  return new Map(points.map(({ atMs, value: value2 }) => [atMs, value2]));
}

// src/actions/kpi/budget.ts
function computeBudget(slo, badSeries, allSeries) {
  const { title, objectivePercent, leastBad } = slo;
  for (const series of [badSeries, allSeries])
    if (series.kind === "unavailable") return { title, kind: "insufficient", because: series.because };
  const [bad, all] = [badSeries, allSeries].map((series) => sum(cleanPoints(series).map(({ value: value2 }) => value2)));
  if (bad === void 0 || !all || all <= 0) return { title, kind: "insufficient", because: "no requests in the window" };
  const least = leastRequests(slo, { rate: 1 });
  if (bad < leastBad && all < least) {
    const because = `${all.toLocaleString("en")} requests; it can be told from ${least.toLocaleString("en")} on`;
    return { title, kind: "insufficient", because };
  }
  const allowed = all * (100 - objectivePercent) / 100;
  return { title, kind: "left", leftPercent: 100 * (1 - bad / allowed), bad, all };
}

// src/actions/kpi/compare.ts
var leastComparedPeriods = 10;
var comparisonRule = `A difference is marked only where it is more than noise: the middle halves of the periods do not overlap, with at least ${leastComparedPeriods} periods on both sides; of shares, the 95 % Wilson intervals do not overlap.`;
function compare(now, base, good) {
  if (now.kind !== "value") return { kind: "none", because: `there is too little now: ${now.because}` };
  if (base.kind !== "value") return { kind: "none", because: `there is too little to compare with: ${base.because}` };
  const change = now.value - base.value;
  const lack = lackOf2(now, base);
  if (lack !== void 0) return { kind: "none", because: lack };
  if (change === 0 || !isBeyondNoise(now, base)) return { kind: "noise", change };
  return { kind: "differs", change, direction: directionOf(change, good) };
}
function lackOf2(now, base) {
  if (now.counts && base.counts) return void 0;
  const fewer = Math.min(now.points.length, base.points.length);
  return fewer < leastComparedPeriods ? `only ${fewer} of at least ${leastComparedPeriods} periods on one side` : void 0;
}
function isBeyondNoise(now, base) {
  if (now.counts && base.counts)
    return areDisjoint(wilsonPercent(now.counts.part, now.counts.whole), wilsonPercent(base.counts.part, base.counts.whole));
  const [here, there] = [now, base].map(({ points }) => interquartileRange(points.map(({ value: value2 }) => value2)));
  if (here === void 0 || there === void 0 || !areDisjoint(here, there)) return false;
  return here.low > there.high === now.value > base.value;
}
function directionOf(change, good) {
  if (good === "neither") return "neither";
  return change > 0 === (good === "high") ? "better" : "worse";
}

// src/actions/kpi/judge.ts
function judge(now, target, good) {
  if (now.kind !== "value" || !Number.isFinite(now.value)) return "insufficient-data";
  if (target === void 0 || good === "neither") return "no-target";
  return isBeyond(now.value, target, good) ? "breach" : "met";
}
function isBeyond(value2, target, good) {
  return good === "low" ? value2 > target : value2 < target;
}
function badnessOf(now, target, good) {
  if (now.kind !== "value" || Number.isNaN(now.value) || target === void 0 || good === "neither") return 0;
  const [part, whole] = good === "low" ? [now.value, target] : [target, now.value];
  if (whole > 0) return Math.max(0, part / whole);
  return part > whole ? Number.POSITIVE_INFINITY : 0;
}

// src/kpis/measure.ts
var several = {
  "cache-node": (_name, index) => String(index + 1),
  zone: (name) => name.slice(-1)
};
function placesOf(measure2) {
  const dimensions = metricsOf(measure2).flatMap((metric) => Object.values(metric.dimensions));
  return [...new Set(dimensions.flatMap((dimension) => typeof dimension === "string" ? dimension : []))];
}
function metricsOf(measure2) {
  return Object.values(inputsOf(measure2));
}
function resolveInstances(measure2, names) {
  const place = placesOf(measure2).find((each) => each in several);
  const labelOf = place && several[place];
  if (!place || !labelOf) return [{ measure: resolve(measure2, names) }];
  return (names[place] ?? []).map((name, index) => ({
    label: labelOf(name, index),
    measure: resolve(measure2, { ...names, [place]: [name] })
  }));
}
function resolveMetric(metric, names) {
  const dimensions = Object.entries(metric.dimensions).map(([key, dimension]) => [key, nameOf(dimension, names)]);
  return { ...metric, dimensions: Object.fromEntries(dimensions) };
}
function nameOf(dimension, names) {
  if (typeof dimension !== "string") return dimension.is;
  const [name] = names[dimension] ?? [];
  if (name === void 0) throw new Error(`nobody said what ${dimension} is called`);
  return name;
}
function resolve(measure2, names) {
  const of5 = (metric) => resolveMetric(metric, names);
  switch (measure2.kind) {
    case "metric":
      return { ...measure2, metric: of5(measure2.metric) };
    case "percentage":
      return { ...measure2, part: of5(measure2.part), whole: of5(measure2.whole) };
    case "share":
      return { ...measure2, part: of5(measure2.part), rest: of5(measure2.rest) };
    case "difference":
      return { ...measure2, minuend: of5(measure2.minuend), subtrahend: of5(measure2.subtrahend) };
    default:
      throw new Error(`no such measure: ${measure2}`);
  }
}
function inputsOf(measure2) {
  switch (measure2.kind) {
    case "metric":
      return { value: measure2.metric };
    case "percentage":
      return { part: measure2.part, whole: measure2.whole };
    case "share":
      return { part: measure2.part, rest: measure2.rest };
    case "difference":
      return { minuend: measure2.minuend, subtrahend: measure2.subtrahend };
    default:
      throw new Error(`no such measure: ${measure2}`);
  }
}

// src/actions/kpi/questions.ts
function unknownLimit({ target }) {
  return typeof target === "object" ? target.of : void 0;
}
function questionsOf({ kpis, slos: slos2 }, { layer, places, isLasting }) {
  const asked = kpis.filter((kpi) => kpi.layer === layer && (isLasting || kpi.environments === "all"));
  return {
    kpis: asked.flatMap((kpi) => kpiQuestions(kpi, places)),
    // Asking costs the same for a preview; it is its alarms that would cost too much.
    slos: layer === "service" ? slos2.flatMap((slo) => sloQuestion(slo, places)) : []
  };
}
function kpiQuestions(kpi, places) {
  const missing = placesOf(kpi.measure).filter((place) => !places[place]?.length);
  if (missing.length > 0) return [{ id: kpi.id, kpi, missing }];
  return resolveInstances(kpi.measure, places).map(
    ({ label, measure: measure2 }) => label === void 0 ? { id: kpi.id, kpi, measure: measure2, missing } : { id: `${kpi.id}/${label}`, kpi, label, measure: measure2, missing }
  );
}
function sloQuestion(slo, places) {
  const needed = [slo.bad, slo.all].flatMap((metric) => placesOf({ kind: "metric", metric }));
  if (needed.some((place) => !places[place]?.length)) return [];
  return [{ slo, bad: resolveMetric(slo.bad, places), all: resolveMetric(slo.all, places) }];
}
function metricInputs(measure2) {
  const { metric } = measure2.kind === "metric" ? measure2 : {};
  const isOfMany = metric !== void 0 && /^(Average$|p)/.test(metric.statistic);
  return { ...inputsOf(measure2), ...isOfMany && { count: { ...metric, statistic: "SampleCount" } } };
}
var sloPeriodSeconds = 60;
function queriesOf(all) {
  const asked = all.flatMap(({ kpis, slos: slos2 }) => [
    ...kpis.flatMap(
      ({ kpi: { periodSeconds }, measure: measure2 }) => measure2 ? Object.values(metricInputs(measure2)).map((metric) => ({ metric, periodSeconds })) : []
    ),
    ...slos2.flatMap(({ bad, all: every }) => [bad, every].map((metric) => ({ metric, periodSeconds: sloPeriodSeconds })))
  ]);
  const unique = new Map(asked.map((one2) => [keyOf2(one2.metric, one2.periodSeconds), one2]));
  return [...unique.values()].map((one2, index) => ({ id: `q${index}`, ...one2 }));
}
function answersOf(queries, read) {
  const byKey = new Map(queries.map(({ id, metric, periodSeconds }) => [keyOf2(metric, periodSeconds), read.get(id)]));
  return (metric, periodSeconds) => byKey.get(keyOf2(metric, periodSeconds)) ?? { kind: "unavailable", because: "CloudWatch gave no answer for it" };
}
function keyOf2({ namespace, name, dimensions, statistic }, periodSeconds) {
  const sorted = Object.entries(dimensions).sort(([one2], [other]) => one2 < other ? -1 : 1);
  return JSON.stringify([namespace, name, sorted, statistic, periodSeconds]);
}

// src/actions/kpi/assess.ts
function assess(now, base) {
  const inBase = new Map((base?.questions ?? []).flatMap(({ kpis }) => kpis.map((question) => [question.id, question])));
  const rows2 = now.questions.flatMap(
    ({ kpis }) => kpis.map((question) => rowOf(question, evaluateQuestion(question, now.answers), baseOf(inBase.get(question.id), base)))
  );
  return { rows: worstFirst(rows2), budgets: now.questions.flatMap(({ slos: slos2 }) => budgetsOf(slos2, now.answers)) };
}
function baseOf(question, base) {
  if (base === void 0) return void 0;
  return question ? evaluateQuestion(question, base.answers) : { kind: "unavailable", because: "it is not measured there" };
}
function evaluateQuestion({ kpi, measure: measure2, missing }, answers) {
  if (measure2 === void 0) return { kind: "unavailable", because: `nothing was found with a name for: ${missing.join(", ")}` };
  const series = Object.entries(metricInputs(measure2)).map(([name, metric]) => [name, answers(metric, kpi.periodSeconds)]);
  return evaluate(measure2, Object.fromEntries(series));
}
function rowOf(question, now, base) {
  const { id, kpi, label } = question;
  const target = typeof kpi.target === "number" ? kpi.target : void 0;
  return {
    id,
    kpi,
    title: label === void 0 ? kpi.title : `${kpi.title} (${label})`,
    now,
    ...base && { base, comparison: compare(now, base, kpi.good) },
    ...target !== void 0 && { target },
    isTargetUnknown: unknownLimit(kpi) !== void 0,
    verdict: judge(now, target, kpi.good),
    badness: badnessOf(now, target, kpi.good)
  };
}
function budgetsOf(slos2, answers) {
  return slos2.map(({ slo, bad, all }) => computeBudget(slo, answers(bad, sloPeriodSeconds), answers(all, sloPeriodSeconds)));
}
function worstFirst(rows2) {
  return [...rows2].sort((one2, other) => {
    const byRank = rankOf(one2) - rankOf(other);
    return byRank !== 0 || one2.badness === other.badness ? byRank : other.badness - one2.badness;
  });
}
function rankOf({ verdict, comparison }) {
  const isWorse = comparison?.kind === "differs" && comparison.direction === "worse";
  if (verdict === "breach") return isWorse ? 0 : 1;
  if (isWorse) return 2;
  return { "insufficient-data": 3, met: 4, "no-target": 5 }[verdict];
}
function groupRows(rows2) {
  const groups = /* @__PURE__ */ new Map();
  for (const row of rows2) groups.set(row.kpi.group, [...groups.get(row.kpi.group) ?? [], row]);
  return [...groups].map(([group, inGroup]) => ({ group, title: kpiGroups[group], rows: inGroup }));
}
function worstOf({ rows: [first] }) {
  return first !== void 0 && rankOf(first) <= 2 ? first : void 0;
}
function countOf({ rows: rows2 }, verdict) {
  return rows2.filter((row) => row.verdict === verdict).length;
}

// src/actions/kpi/buckets.ts
function bucketMeans(points, { from, to }, count2) {
  const width = (to.getTime() - from.getTime()) / count2;
  const buckets = Array.from({ length: count2 }, () => []);
  for (const { atMs, value: value2 } of points) {
    const index = Math.min(count2 - 1, Math.max(0, Math.floor((atMs - from.getTime()) / width)));
    buckets[index]?.push(value2);
  }
  return buckets.map((values) => values.length === 0 ? void 0 : mean(values));
}

// src/actions/kpi/words.ts
var verdictWords = {
  breach: "❌ breach",
  "insufficient-data": "❔ insufficient data",
  "no-target": "➖ no target",
  met: "✅ met"
};
var unitSigns = {
  Percent: " %",
  Seconds: " s",
  Milliseconds: " ms",
  Bytes: " B",
  Count: "",
  "Count/Second": "/s"
};
var byteUnits = ["B", "KiB", "MiB", "GiB", "TiB"];
function amountText(value2, unit2) {
  if (unit2 === "Bytes") return bytesText(value2);
  return `${numberText(value2)}${unitSigns[unit2]}`;
}
function numberText(value2) {
  const size2 = Math.abs(value2);
  if (size2 >= 1e15) return value2.toExponential(2);
  return value2.toLocaleString("en", size2 >= 100 ? { maximumFractionDigits: 0 } : { maximumSignificantDigits: 3 });
}
function bytesText(value2) {
  const power = Math.min(byteUnits.length - 1, Math.max(0, Math.floor(Math.log2(Math.abs(value2) || 1) / 10)));
  return `${numberText(value2 / 1024 ** power)} ${byteUnits[power]}`;
}
function valueText(evaluation, unit2) {
  return evaluation?.kind === "value" ? amountText(evaluation.value, unit2) : "–";
}
function targetText({ kpi, target, isTargetUnknown }) {
  if (isTargetUnknown) return "not known here";
  return target === void 0 ? "–" : `${kpi.good === "high" ? "≥" : "≤"} ${amountText(target, kpi.unit)}`;
}
function changeText({ comparison, base, kpi: { unit: unit2 } }) {
  if (comparison === void 0 || comparison.kind === "none") return "–";
  const { change } = comparison;
  const sign2 = change > 0 ? "+" : change < 0 ? "−" : "±";
  const relative = base?.kind === "value" && base.value > 0 ? ` (${sign2}${numberText(Math.abs(100 * change / base.value))} %)` : "";
  const absolute = `${sign2}${pointsText(Math.abs(change), unit2)}${relative}`;
  if (comparison.kind === "noise") return change === 0 ? "none" : `≈ ${absolute}, within noise`;
  return { better: `▽ better: ${absolute}`, worse: `▲ worse: ${absolute}`, neither: `◆ ${absolute}` }[comparison.direction];
}
function pointsText(change, unit2) {
  return unit2 === "Percent" ? `${numberText(change)} pp` : amountText(change, unit2);
}
function samplesText(evaluation) {
  if (evaluation.kind === "unavailable") return "–";
  const { periods, of: of5 } = evaluation.samples;
  return of5 === void 0 ? numberText(periods) : `${numberText(periods)} (of ${numberText(of5)})`;
}
function reasonText({ now, comparison }) {
  if (now.kind !== "value") return now.because;
  return comparison?.kind === "none" ? `not compared: ${comparison.because}` : "";
}
function budgetText(budget) {
  if (budget.kind === "insufficient") return `${budget.title}: insufficient data (${budget.because})`;
  const { title, leftPercent } = budget;
  if (leftPercent >= 0) return `${title}: ${numberText(leftPercent)} % left`;
  return `${title}: overspent, ${numberText((100 - leftPercent) / 100)} times what there is`;
}
var levels = "▁▂▃▄▅▆▇█";
var sparklineWidth = 12;
function sparkline(points, window, width = sparklineWidth) {
  const means = bucketMeans(points, window, width);
  const known = means.filter((value2) => value2 !== void 0);
  if (known.length === 0) return "";
  const [low, high] = [Math.min(...known), Math.max(...known)];
  return means.map((value2) => {
    if (value2 === void 0) return "·";
    const share = high > low ? (value2 - low) / (high - low) : low === 0 ? 0 : 0.5;
    return levels[Math.round(share * (levels.length - 1))] ?? "·";
  }).join("");
}
function pointsOf(evaluation) {
  return evaluation === void 0 || evaluation.kind === "unavailable" ? [] : evaluation.points;
}
function windowText({ from, to }) {
  const [start, end] = [from, to].map((date2) => date2.toISOString());
  const isOneDay = start?.slice(0, 10) === end?.slice(0, 10);
  const minute3 = (text = "") => `${text.slice(0, 10)} ${text.slice(11, 16)}`;
  return `${minute3(start)} to ${isOneDay ? end?.slice(11, 16) : minute3(end)} UTC`;
}

// src/actions/kpi/render/headline.ts
function renderTitle({ assessment }) {
  const { rows: rows2 } = assessment;
  const [breaches, unknown, met] = ["breach", "insufficient-data", "met"].map(
    (verdict) => countOf(assessment, verdict)
  );
  const worse = rows2.filter(({ comparison }) => comparison?.kind === "differs" && comparison.direction === "worse").length;
  const parts = [
    breaches ? `${breaches} in breach` : "",
    worse ? `${worse} worse` : "",
    unknown ? `${unknown} without enough data` : "",
    met ? `${met} met` : ""
  ].filter(Boolean);
  return parts.length === 0 ? "nothing to judge" : parts.join(", ");
}
function renderMessage(report) {
  const worst = worstOf(report.assessment);
  const title = `KPIs of ${inlineCode(report.subject)}: ${renderTitle(report)}.`;
  return worst ? `${title} ${renderWorst(worst)}` : title;
}
function renderWorst(row) {
  const { kpi, title, now, target, verdict, comparison } = row;
  const beside = target === void 0 ? "" : ` (target ${escapeText(targetText(row))})`;
  const changed = comparison?.kind === "differs" ? `, ${escapeText(changeText(row))}` : "";
  const runbook = verdict === "breach" ? ` Runbook: ${inlineCode(kpi.runbook)}.` : "";
  return `Worst: **${escapeText(title)}** is ${escapeText(valueText(now, kpi.unit))}${beside}${changed}.${runbook}`;
}
function renderHeadline(report) {
  const { subject, window, base, runUrl, assessment } = report;
  const worst = worstOf(assessment);
  const budgets = assessment.budgets.map((budget) => escapeText(budgetText(budget)));
  const compared = base ? `, compared with ${inlineCode(base.name)}${renderBaseWindow(report)}` : "";
  return [
    ...worst ? [renderWorst(worst)] : [],
    ...budgets.length > 0 ? [`Error budget of the window: ${budgets.join(" · ")}.`] : [],
    `${inlineCode(subject)}, ${windowText(window)}${compared}: ${link("run", runUrl)}.`
  ].join("\n\n");
}
function renderBaseWindow({ window, base }) {
  return base === void 0 || base.window.to.getTime() === window.to.getTime() ? "" : ` (${windowText(base.window)})`;
}
function renderLegend({ base }) {
  const samples = "Samples: periods with data, and of how many values.";
  return `<sub>${samples}${base ? ` ${escapeText(comparisonRule)}` : ""}</sub>`;
}

// src/actions/kpi/outputs.ts
function kpiOutputs(outcome) {
  if (outcome.kind === "absent") {
    const message = `Nothing of ${inlineCode(outcome.subject)} is up: there is nothing to measure.`;
    return { "has-breach": false, worst: "", message };
  }
  const { report } = outcome;
  return {
    "has-breach": countOf(report.assessment, "breach") > 0,
    worst: worstOf(report.assessment)?.id ?? "",
    message: renderMessage(report)
  };
}

// node_modules/d3-array/dist/d3-array.mjs
function ascending(a3, b2) {
  return a3 == null || b2 == null ? NaN : a3 < b2 ? -1 : a3 > b2 ? 1 : a3 >= b2 ? 0 : NaN;
}
function descending(a3, b2) {
  return a3 == null || b2 == null ? NaN : b2 < a3 ? -1 : b2 > a3 ? 1 : b2 >= a3 ? 0 : NaN;
}
function bisector(f2) {
  let compare1, compare2, delta;
  if (f2.length !== 2) {
    compare1 = ascending;
    compare2 = (d2, x2) => ascending(f2(d2), x2);
    delta = (d2, x2) => f2(d2) - x2;
  } else {
    compare1 = f2 === ascending || f2 === descending ? f2 : zero;
    compare2 = f2;
    delta = f2;
  }
  function left(a3, x2, lo = 0, hi = a3.length) {
    if (lo < hi) {
      if (compare1(x2, x2) !== 0) return hi;
      do {
        const mid = lo + hi >>> 1;
        if (compare2(a3[mid], x2) < 0) lo = mid + 1;
        else hi = mid;
      } while (lo < hi);
    }
    return lo;
  }
  function right(a3, x2, lo = 0, hi = a3.length) {
    if (lo < hi) {
      if (compare1(x2, x2) !== 0) return hi;
      do {
        const mid = lo + hi >>> 1;
        if (compare2(a3[mid], x2) <= 0) lo = mid + 1;
        else hi = mid;
      } while (lo < hi);
    }
    return lo;
  }
  function center(a3, x2, lo = 0, hi = a3.length) {
    const i2 = left(a3, x2, lo, hi - 1);
    return i2 > lo && delta(a3[i2 - 1], x2) > -delta(a3[i2], x2) ? i2 - 1 : i2;
  }
  return { left, center, right };
}
function zero() {
  return 0;
}
function number(x2) {
  return x2 === null ? NaN : +x2;
}
var ascendingBisect = bisector(ascending);
var bisectRight = ascendingBisect.right;
var bisectLeft = ascendingBisect.left;
var bisectCenter = bisector(number).center;
var blur2 = Blur2(blurf);
var blurImage = Blur2(blurfImage);
function Blur2(blur) {
  return function(data, rx, ry = rx) {
    if (!((rx = +rx) >= 0)) throw new RangeError("invalid rx");
    if (!((ry = +ry) >= 0)) throw new RangeError("invalid ry");
    let { data: values, width, height } = data;
    if (!((width = Math.floor(width)) >= 0)) throw new RangeError("invalid width");
    if (!((height = Math.floor(height !== void 0 ? height : values.length / width)) >= 0)) throw new RangeError("invalid height");
    if (!width || !height || !rx && !ry) return data;
    const blurx = rx && blur(rx);
    const blury = ry && blur(ry);
    const temp = values.slice();
    if (blurx && blury) {
      blurh(blurx, temp, values, width, height);
      blurh(blurx, values, temp, width, height);
      blurh(blurx, temp, values, width, height);
      blurv(blury, values, temp, width, height);
      blurv(blury, temp, values, width, height);
      blurv(blury, values, temp, width, height);
    } else if (blurx) {
      blurh(blurx, values, temp, width, height);
      blurh(blurx, temp, values, width, height);
      blurh(blurx, values, temp, width, height);
    } else if (blury) {
      blurv(blury, values, temp, width, height);
      blurv(blury, temp, values, width, height);
      blurv(blury, values, temp, width, height);
    }
    return data;
  };
}
function blurh(blur, T, S, w, h2) {
  for (let y2 = 0, n = w * h2; y2 < n; ) {
    blur(T, S, y2, y2 += w, 1);
  }
}
function blurv(blur, T, S, w, h2) {
  for (let x2 = 0, n = w * h2; x2 < w; ++x2) {
    blur(T, S, x2, x2 + n, w);
  }
}
function blurfImage(radius) {
  const blur = blurf(radius);
  return (T, S, start, stop, step) => {
    start <<= 2, stop <<= 2, step <<= 2;
    blur(T, S, start + 0, stop + 0, step);
    blur(T, S, start + 1, stop + 1, step);
    blur(T, S, start + 2, stop + 2, step);
    blur(T, S, start + 3, stop + 3, step);
  };
}
function blurf(radius) {
  const radius0 = Math.floor(radius);
  if (radius0 === radius) return bluri(radius);
  const t = radius - radius0;
  const w = 2 * radius + 1;
  return (T, S, start, stop, step) => {
    if (!((stop -= step) >= start)) return;
    let sum2 = radius0 * S[start];
    const s0 = step * radius0;
    const s1 = s0 + step;
    for (let i2 = start, j2 = start + s0; i2 < j2; i2 += step) {
      sum2 += S[Math.min(stop, i2)];
    }
    for (let i2 = start, j2 = stop; i2 <= j2; i2 += step) {
      sum2 += S[Math.min(stop, i2 + s0)];
      T[i2] = (sum2 + t * (S[Math.max(start, i2 - s1)] + S[Math.min(stop, i2 + s1)])) / w;
      sum2 -= S[Math.max(start, i2 - s0)];
    }
  };
}
function bluri(radius) {
  const w = 2 * radius + 1;
  return (T, S, start, stop, step) => {
    if (!((stop -= step) >= start)) return;
    let sum2 = radius * S[start];
    const s2 = step * radius;
    for (let i2 = start, j2 = start + s2; i2 < j2; i2 += step) {
      sum2 += S[Math.min(stop, i2)];
    }
    for (let i2 = start, j2 = stop; i2 <= j2; i2 += step) {
      sum2 += S[Math.min(stop, i2 + s2)];
      T[i2] = sum2 / w;
      sum2 -= S[Math.max(start, i2 - s2)];
    }
  };
}
var array = Array.prototype;
var slice = array.slice;
var e10 = Math.sqrt(50);
var e5 = Math.sqrt(10);
var e2 = Math.sqrt(2);
function tickSpec(start, stop, count2) {
  const step = (stop - start) / Math.max(0, count2), power = Math.floor(Math.log10(step)), error = step / Math.pow(10, power), factor = error >= e10 ? 10 : error >= e5 ? 5 : error >= e2 ? 2 : 1;
  let i1, i2, inc;
  if (power < 0) {
    inc = Math.pow(10, -power) / factor;
    i1 = Math.round(start * inc);
    i2 = Math.round(stop * inc);
    if (i1 / inc < start) ++i1;
    if (i2 / inc > stop) --i2;
    inc = -inc;
  } else {
    inc = Math.pow(10, power) * factor;
    i1 = Math.round(start / inc);
    i2 = Math.round(stop / inc);
    if (i1 * inc < start) ++i1;
    if (i2 * inc > stop) --i2;
  }
  if (i2 < i1 && 0.5 <= count2 && count2 < 2) return tickSpec(start, stop, count2 * 2);
  return [i1, i2, inc];
}
function ticks(start, stop, count2) {
  stop = +stop, start = +start, count2 = +count2;
  if (!(count2 > 0)) return [];
  if (start === stop) return [start];
  const reverse = stop < start, [i1, i2, inc] = reverse ? tickSpec(stop, start, count2) : tickSpec(start, stop, count2);
  if (!(i2 >= i1)) return [];
  const n = i2 - i1 + 1, ticks2 = new Array(n);
  if (reverse) {
    if (inc < 0) for (let i3 = 0; i3 < n; ++i3) ticks2[i3] = (i2 - i3) / -inc;
    else for (let i3 = 0; i3 < n; ++i3) ticks2[i3] = (i2 - i3) * inc;
  } else {
    if (inc < 0) for (let i3 = 0; i3 < n; ++i3) ticks2[i3] = (i1 + i3) / -inc;
    else for (let i3 = 0; i3 < n; ++i3) ticks2[i3] = (i1 + i3) * inc;
  }
  return ticks2;
}
function tickIncrement(start, stop, count2) {
  stop = +stop, start = +start, count2 = +count2;
  return tickSpec(start, stop, count2)[2];
}
function tickStep(start, stop, count2) {
  stop = +stop, start = +start, count2 = +count2;
  const reverse = stop < start, inc = reverse ? tickIncrement(stop, start, count2) : tickIncrement(start, stop, count2);
  return (reverse ? -1 : 1) * (inc < 0 ? 1 / -inc : inc);
}
var shuffle = shuffler(Math.random);
function shuffler(random) {
  return function shuffle2(array3, i0 = 0, i1 = array3.length) {
    let m = i1 - (i0 = +i0);
    while (m) {
      const i2 = random() * m-- | 0, t = array3[m + i0];
      array3[m + i0] = array3[i2 + i0];
      array3[i2 + i0] = t;
    }
    return array3;
  };
}

// node_modules/d3-color/dist/d3-color.mjs
function define(constructor, factory, prototype) {
  constructor.prototype = factory.prototype = prototype;
  prototype.constructor = constructor;
}
function extend(parent, definition) {
  var prototype = Object.create(parent.prototype);
  for (var key in definition) prototype[key] = definition[key];
  return prototype;
}
function Color() {
}
var darker = 0.7;
var brighter = 1 / darker;
var reI = "\\s*([+-]?\\d+)\\s*";
var reN = "\\s*([+-]?(?:\\d*\\.)?\\d+(?:[eE][+-]?\\d+)?)\\s*";
var reP = "\\s*([+-]?(?:\\d*\\.)?\\d+(?:[eE][+-]?\\d+)?)%\\s*";
var reHex = /^#([0-9a-f]{3,8})$/;
var reRgbInteger = new RegExp(`^rgb\\(${reI},${reI},${reI}\\)$`);
var reRgbPercent = new RegExp(`^rgb\\(${reP},${reP},${reP}\\)$`);
var reRgbaInteger = new RegExp(`^rgba\\(${reI},${reI},${reI},${reN}\\)$`);
var reRgbaPercent = new RegExp(`^rgba\\(${reP},${reP},${reP},${reN}\\)$`);
var reHslPercent = new RegExp(`^hsl\\(${reN},${reP},${reP}\\)$`);
var reHslaPercent = new RegExp(`^hsla\\(${reN},${reP},${reP},${reN}\\)$`);
var named = {
  aliceblue: 15792383,
  antiquewhite: 16444375,
  aqua: 65535,
  aquamarine: 8388564,
  azure: 15794175,
  beige: 16119260,
  bisque: 16770244,
  black: 0,
  blanchedalmond: 16772045,
  blue: 255,
  blueviolet: 9055202,
  brown: 10824234,
  burlywood: 14596231,
  cadetblue: 6266528,
  chartreuse: 8388352,
  chocolate: 13789470,
  coral: 16744272,
  cornflowerblue: 6591981,
  cornsilk: 16775388,
  crimson: 14423100,
  cyan: 65535,
  darkblue: 139,
  darkcyan: 35723,
  darkgoldenrod: 12092939,
  darkgray: 11119017,
  darkgreen: 25600,
  darkgrey: 11119017,
  darkkhaki: 12433259,
  darkmagenta: 9109643,
  darkolivegreen: 5597999,
  darkorange: 16747520,
  darkorchid: 10040012,
  darkred: 9109504,
  darksalmon: 15308410,
  darkseagreen: 9419919,
  darkslateblue: 4734347,
  darkslategray: 3100495,
  darkslategrey: 3100495,
  darkturquoise: 52945,
  darkviolet: 9699539,
  deeppink: 16716947,
  deepskyblue: 49151,
  dimgray: 6908265,
  dimgrey: 6908265,
  dodgerblue: 2003199,
  firebrick: 11674146,
  floralwhite: 16775920,
  forestgreen: 2263842,
  fuchsia: 16711935,
  gainsboro: 14474460,
  ghostwhite: 16316671,
  gold: 16766720,
  goldenrod: 14329120,
  gray: 8421504,
  green: 32768,
  greenyellow: 11403055,
  grey: 8421504,
  honeydew: 15794160,
  hotpink: 16738740,
  indianred: 13458524,
  indigo: 4915330,
  ivory: 16777200,
  khaki: 15787660,
  lavender: 15132410,
  lavenderblush: 16773365,
  lawngreen: 8190976,
  lemonchiffon: 16775885,
  lightblue: 11393254,
  lightcoral: 15761536,
  lightcyan: 14745599,
  lightgoldenrodyellow: 16448210,
  lightgray: 13882323,
  lightgreen: 9498256,
  lightgrey: 13882323,
  lightpink: 16758465,
  lightsalmon: 16752762,
  lightseagreen: 2142890,
  lightskyblue: 8900346,
  lightslategray: 7833753,
  lightslategrey: 7833753,
  lightsteelblue: 11584734,
  lightyellow: 16777184,
  lime: 65280,
  limegreen: 3329330,
  linen: 16445670,
  magenta: 16711935,
  maroon: 8388608,
  mediumaquamarine: 6737322,
  mediumblue: 205,
  mediumorchid: 12211667,
  mediumpurple: 9662683,
  mediumseagreen: 3978097,
  mediumslateblue: 8087790,
  mediumspringgreen: 64154,
  mediumturquoise: 4772300,
  mediumvioletred: 13047173,
  midnightblue: 1644912,
  mintcream: 16121850,
  mistyrose: 16770273,
  moccasin: 16770229,
  navajowhite: 16768685,
  navy: 128,
  oldlace: 16643558,
  olive: 8421376,
  olivedrab: 7048739,
  orange: 16753920,
  orangered: 16729344,
  orchid: 14315734,
  palegoldenrod: 15657130,
  palegreen: 10025880,
  paleturquoise: 11529966,
  palevioletred: 14381203,
  papayawhip: 16773077,
  peachpuff: 16767673,
  peru: 13468991,
  pink: 16761035,
  plum: 14524637,
  powderblue: 11591910,
  purple: 8388736,
  rebeccapurple: 6697881,
  red: 16711680,
  rosybrown: 12357519,
  royalblue: 4286945,
  saddlebrown: 9127187,
  salmon: 16416882,
  sandybrown: 16032864,
  seagreen: 3050327,
  seashell: 16774638,
  sienna: 10506797,
  silver: 12632256,
  skyblue: 8900331,
  slateblue: 6970061,
  slategray: 7372944,
  slategrey: 7372944,
  snow: 16775930,
  springgreen: 65407,
  steelblue: 4620980,
  tan: 13808780,
  teal: 32896,
  thistle: 14204888,
  tomato: 16737095,
  turquoise: 4251856,
  violet: 15631086,
  wheat: 16113331,
  white: 16777215,
  whitesmoke: 16119285,
  yellow: 16776960,
  yellowgreen: 10145074
};
define(Color, color, {
  copy(channels) {
    return Object.assign(new this.constructor(), this, channels);
  },
  displayable() {
    return this.rgb().displayable();
  },
  hex: color_formatHex,
  // Deprecated! Use color.formatHex.
  formatHex: color_formatHex,
  formatHex8: color_formatHex8,
  formatHsl: color_formatHsl,
  formatRgb: color_formatRgb,
  toString: color_formatRgb
});
function color_formatHex() {
  return this.rgb().formatHex();
}
function color_formatHex8() {
  return this.rgb().formatHex8();
}
function color_formatHsl() {
  return hslConvert(this).formatHsl();
}
function color_formatRgb() {
  return this.rgb().formatRgb();
}
function color(format2) {
  var m, l;
  format2 = (format2 + "").trim().toLowerCase();
  return (m = reHex.exec(format2)) ? (l = m[1].length, m = parseInt(m[1], 16), l === 6 ? rgbn(m) : l === 3 ? new Rgb(m >> 8 & 15 | m >> 4 & 240, m >> 4 & 15 | m & 240, (m & 15) << 4 | m & 15, 1) : l === 8 ? rgba(m >> 24 & 255, m >> 16 & 255, m >> 8 & 255, (m & 255) / 255) : l === 4 ? rgba(m >> 12 & 15 | m >> 8 & 240, m >> 8 & 15 | m >> 4 & 240, m >> 4 & 15 | m & 240, ((m & 15) << 4 | m & 15) / 255) : null) : (m = reRgbInteger.exec(format2)) ? new Rgb(m[1], m[2], m[3], 1) : (m = reRgbPercent.exec(format2)) ? new Rgb(m[1] * 255 / 100, m[2] * 255 / 100, m[3] * 255 / 100, 1) : (m = reRgbaInteger.exec(format2)) ? rgba(m[1], m[2], m[3], m[4]) : (m = reRgbaPercent.exec(format2)) ? rgba(m[1] * 255 / 100, m[2] * 255 / 100, m[3] * 255 / 100, m[4]) : (m = reHslPercent.exec(format2)) ? hsla(m[1], m[2] / 100, m[3] / 100, 1) : (m = reHslaPercent.exec(format2)) ? hsla(m[1], m[2] / 100, m[3] / 100, m[4]) : named.hasOwnProperty(format2) ? rgbn(named[format2]) : format2 === "transparent" ? new Rgb(NaN, NaN, NaN, 0) : null;
}
function rgbn(n) {
  return new Rgb(n >> 16 & 255, n >> 8 & 255, n & 255, 1);
}
function rgba(r2, g2, b2, a3) {
  if (a3 <= 0) r2 = g2 = b2 = NaN;
  return new Rgb(r2, g2, b2, a3);
}
function rgbConvert(o) {
  if (!(o instanceof Color)) o = color(o);
  if (!o) return new Rgb();
  o = o.rgb();
  return new Rgb(o.r, o.g, o.b, o.opacity);
}
function rgb(r2, g2, b2, opacity) {
  return arguments.length === 1 ? rgbConvert(r2) : new Rgb(r2, g2, b2, opacity == null ? 1 : opacity);
}
function Rgb(r2, g2, b2, opacity) {
  this.r = +r2;
  this.g = +g2;
  this.b = +b2;
  this.opacity = +opacity;
}
define(Rgb, rgb, extend(Color, {
  brighter(k3) {
    k3 = k3 == null ? brighter : Math.pow(brighter, k3);
    return new Rgb(this.r * k3, this.g * k3, this.b * k3, this.opacity);
  },
  darker(k3) {
    k3 = k3 == null ? darker : Math.pow(darker, k3);
    return new Rgb(this.r * k3, this.g * k3, this.b * k3, this.opacity);
  },
  rgb() {
    return this;
  },
  clamp() {
    return new Rgb(clampi(this.r), clampi(this.g), clampi(this.b), clampa(this.opacity));
  },
  displayable() {
    return -0.5 <= this.r && this.r < 255.5 && (-0.5 <= this.g && this.g < 255.5) && (-0.5 <= this.b && this.b < 255.5) && (0 <= this.opacity && this.opacity <= 1);
  },
  hex: rgb_formatHex,
  // Deprecated! Use color.formatHex.
  formatHex: rgb_formatHex,
  formatHex8: rgb_formatHex8,
  formatRgb: rgb_formatRgb,
  toString: rgb_formatRgb
}));
function rgb_formatHex() {
  return `#${hex(this.r)}${hex(this.g)}${hex(this.b)}`;
}
function rgb_formatHex8() {
  return `#${hex(this.r)}${hex(this.g)}${hex(this.b)}${hex((isNaN(this.opacity) ? 1 : this.opacity) * 255)}`;
}
function rgb_formatRgb() {
  const a3 = clampa(this.opacity);
  return `${a3 === 1 ? "rgb(" : "rgba("}${clampi(this.r)}, ${clampi(this.g)}, ${clampi(this.b)}${a3 === 1 ? ")" : `, ${a3})`}`;
}
function clampa(opacity) {
  return isNaN(opacity) ? 1 : Math.max(0, Math.min(1, opacity));
}
function clampi(value2) {
  return Math.max(0, Math.min(255, Math.round(value2) || 0));
}
function hex(value2) {
  value2 = clampi(value2);
  return (value2 < 16 ? "0" : "") + value2.toString(16);
}
function hsla(h2, s2, l, a3) {
  if (a3 <= 0) h2 = s2 = l = NaN;
  else if (l <= 0 || l >= 1) h2 = s2 = NaN;
  else if (s2 <= 0) h2 = NaN;
  return new Hsl(h2, s2, l, a3);
}
function hslConvert(o) {
  if (o instanceof Hsl) return new Hsl(o.h, o.s, o.l, o.opacity);
  if (!(o instanceof Color)) o = color(o);
  if (!o) return new Hsl();
  if (o instanceof Hsl) return o;
  o = o.rgb();
  var r2 = o.r / 255, g2 = o.g / 255, b2 = o.b / 255, min = Math.min(r2, g2, b2), max = Math.max(r2, g2, b2), h2 = NaN, s2 = max - min, l = (max + min) / 2;
  if (s2) {
    if (r2 === max) h2 = (g2 - b2) / s2 + (g2 < b2) * 6;
    else if (g2 === max) h2 = (b2 - r2) / s2 + 2;
    else h2 = (r2 - g2) / s2 + 4;
    s2 /= l < 0.5 ? max + min : 2 - max - min;
    h2 *= 60;
  } else {
    s2 = l > 0 && l < 1 ? 0 : h2;
  }
  return new Hsl(h2, s2, l, o.opacity);
}
function hsl(h2, s2, l, opacity) {
  return arguments.length === 1 ? hslConvert(h2) : new Hsl(h2, s2, l, opacity == null ? 1 : opacity);
}
function Hsl(h2, s2, l, opacity) {
  this.h = +h2;
  this.s = +s2;
  this.l = +l;
  this.opacity = +opacity;
}
define(Hsl, hsl, extend(Color, {
  brighter(k3) {
    k3 = k3 == null ? brighter : Math.pow(brighter, k3);
    return new Hsl(this.h, this.s, this.l * k3, this.opacity);
  },
  darker(k3) {
    k3 = k3 == null ? darker : Math.pow(darker, k3);
    return new Hsl(this.h, this.s, this.l * k3, this.opacity);
  },
  rgb() {
    var h2 = this.h % 360 + (this.h < 0) * 360, s2 = isNaN(h2) || isNaN(this.s) ? 0 : this.s, l = this.l, m2 = l + (l < 0.5 ? l : 1 - l) * s2, m1 = 2 * l - m2;
    return new Rgb(
      hsl2rgb(h2 >= 240 ? h2 - 240 : h2 + 120, m1, m2),
      hsl2rgb(h2, m1, m2),
      hsl2rgb(h2 < 120 ? h2 + 240 : h2 - 120, m1, m2),
      this.opacity
    );
  },
  clamp() {
    return new Hsl(clamph(this.h), clampt(this.s), clampt(this.l), clampa(this.opacity));
  },
  displayable() {
    return (0 <= this.s && this.s <= 1 || isNaN(this.s)) && (0 <= this.l && this.l <= 1) && (0 <= this.opacity && this.opacity <= 1);
  },
  formatHsl() {
    const a3 = clampa(this.opacity);
    return `${a3 === 1 ? "hsl(" : "hsla("}${clamph(this.h)}, ${clampt(this.s) * 100}%, ${clampt(this.l) * 100}%${a3 === 1 ? ")" : `, ${a3})`}`;
  }
}));
function clamph(value2) {
  value2 = (value2 || 0) % 360;
  return value2 < 0 ? value2 + 360 : value2;
}
function clampt(value2) {
  return Math.max(0, Math.min(1, value2 || 0));
}
function hsl2rgb(h2, m1, m2) {
  return (h2 < 60 ? m1 + (m2 - m1) * h2 / 60 : h2 < 180 ? m2 : h2 < 240 ? m1 + (m2 - m1) * (240 - h2) / 60 : m1) * 255;
}
var radians = Math.PI / 180;
var degrees = 180 / Math.PI;
var K = 18;
var Xn = 0.96422;
var Yn = 1;
var Zn = 0.82521;
var t0 = 4 / 29;
var t1 = 6 / 29;
var t2 = 3 * t1 * t1;
var t3 = t1 * t1 * t1;
function labConvert(o) {
  if (o instanceof Lab) return new Lab(o.l, o.a, o.b, o.opacity);
  if (o instanceof Hcl) return hcl2lab(o);
  if (!(o instanceof Rgb)) o = rgbConvert(o);
  var r2 = rgb2lrgb(o.r), g2 = rgb2lrgb(o.g), b2 = rgb2lrgb(o.b), y2 = xyz2lab((0.2225045 * r2 + 0.7168786 * g2 + 0.0606169 * b2) / Yn), x2, z2;
  if (r2 === g2 && g2 === b2) x2 = z2 = y2;
  else {
    x2 = xyz2lab((0.4360747 * r2 + 0.3850649 * g2 + 0.1430804 * b2) / Xn);
    z2 = xyz2lab((0.0139322 * r2 + 0.0971045 * g2 + 0.7141733 * b2) / Zn);
  }
  return new Lab(116 * y2 - 16, 500 * (x2 - y2), 200 * (y2 - z2), o.opacity);
}
function lab(l, a3, b2, opacity) {
  return arguments.length === 1 ? labConvert(l) : new Lab(l, a3, b2, opacity == null ? 1 : opacity);
}
function Lab(l, a3, b2, opacity) {
  this.l = +l;
  this.a = +a3;
  this.b = +b2;
  this.opacity = +opacity;
}
define(Lab, lab, extend(Color, {
  brighter(k3) {
    return new Lab(this.l + K * (k3 == null ? 1 : k3), this.a, this.b, this.opacity);
  },
  darker(k3) {
    return new Lab(this.l - K * (k3 == null ? 1 : k3), this.a, this.b, this.opacity);
  },
  rgb() {
    var y2 = (this.l + 16) / 116, x2 = isNaN(this.a) ? y2 : y2 + this.a / 500, z2 = isNaN(this.b) ? y2 : y2 - this.b / 200;
    x2 = Xn * lab2xyz(x2);
    y2 = Yn * lab2xyz(y2);
    z2 = Zn * lab2xyz(z2);
    return new Rgb(
      lrgb2rgb(3.1338561 * x2 - 1.6168667 * y2 - 0.4906146 * z2),
      lrgb2rgb(-0.9787684 * x2 + 1.9161415 * y2 + 0.033454 * z2),
      lrgb2rgb(0.0719453 * x2 - 0.2289914 * y2 + 1.4052427 * z2),
      this.opacity
    );
  }
}));
function xyz2lab(t) {
  return t > t3 ? Math.pow(t, 1 / 3) : t / t2 + t0;
}
function lab2xyz(t) {
  return t > t1 ? t * t * t : t2 * (t - t0);
}
function lrgb2rgb(x2) {
  return 255 * (x2 <= 31308e-7 ? 12.92 * x2 : 1.055 * Math.pow(x2, 1 / 2.4) - 0.055);
}
function rgb2lrgb(x2) {
  return (x2 /= 255) <= 0.04045 ? x2 / 12.92 : Math.pow((x2 + 0.055) / 1.055, 2.4);
}
function hclConvert(o) {
  if (o instanceof Hcl) return new Hcl(o.h, o.c, o.l, o.opacity);
  if (!(o instanceof Lab)) o = labConvert(o);
  if (o.a === 0 && o.b === 0) return new Hcl(NaN, 0 < o.l && o.l < 100 ? 0 : NaN, o.l, o.opacity);
  var h2 = Math.atan2(o.b, o.a) * degrees;
  return new Hcl(h2 < 0 ? h2 + 360 : h2, Math.sqrt(o.a * o.a + o.b * o.b), o.l, o.opacity);
}
function hcl(h2, c2, l, opacity) {
  return arguments.length === 1 ? hclConvert(h2) : new Hcl(h2, c2, l, opacity == null ? 1 : opacity);
}
function Hcl(h2, c2, l, opacity) {
  this.h = +h2;
  this.c = +c2;
  this.l = +l;
  this.opacity = +opacity;
}
function hcl2lab(o) {
  if (isNaN(o.h)) return new Lab(o.l, 0, 0, o.opacity);
  var h2 = o.h * radians;
  return new Lab(o.l, Math.cos(h2) * o.c, Math.sin(h2) * o.c, o.opacity);
}
define(Hcl, hcl, extend(Color, {
  brighter(k3) {
    return new Hcl(this.h, this.c, this.l + K * (k3 == null ? 1 : k3), this.opacity);
  },
  darker(k3) {
    return new Hcl(this.h, this.c, this.l - K * (k3 == null ? 1 : k3), this.opacity);
  },
  rgb() {
    return hcl2lab(this).rgb();
  }
}));
var A = -0.14861;
var B = 1.78277;
var C = -0.29227;
var D = -0.90649;
var E = 1.97294;
var ED = E * D;
var EB = E * B;
var BC_DA = B * C - D * A;
function cubehelixConvert(o) {
  if (o instanceof Cubehelix) return new Cubehelix(o.h, o.s, o.l, o.opacity);
  if (!(o instanceof Rgb)) o = rgbConvert(o);
  var r2 = o.r / 255, g2 = o.g / 255, b2 = o.b / 255, l = (BC_DA * b2 + ED * r2 - EB * g2) / (BC_DA + ED - EB), bl = b2 - l, k3 = (E * (g2 - l) - C * bl) / D, s2 = Math.sqrt(k3 * k3 + bl * bl) / (E * l * (1 - l)), h2 = s2 ? Math.atan2(k3, bl) * degrees - 120 : NaN;
  return new Cubehelix(h2 < 0 ? h2 + 360 : h2, s2, l, o.opacity);
}
function cubehelix(h2, s2, l, opacity) {
  return arguments.length === 1 ? cubehelixConvert(h2) : new Cubehelix(h2, s2, l, opacity == null ? 1 : opacity);
}
function Cubehelix(h2, s2, l, opacity) {
  this.h = +h2;
  this.s = +s2;
  this.l = +l;
  this.opacity = +opacity;
}
define(Cubehelix, cubehelix, extend(Color, {
  brighter(k3) {
    k3 = k3 == null ? brighter : Math.pow(brighter, k3);
    return new Cubehelix(this.h, this.s, this.l * k3, this.opacity);
  },
  darker(k3) {
    k3 = k3 == null ? darker : Math.pow(darker, k3);
    return new Cubehelix(this.h, this.s, this.l * k3, this.opacity);
  },
  rgb() {
    var h2 = isNaN(this.h) ? 0 : (this.h + 120) * radians, l = +this.l, a3 = isNaN(this.s) ? 0 : this.s * l * (1 - l), cosh2 = Math.cos(h2), sinh2 = Math.sin(h2);
    return new Rgb(
      255 * (l + a3 * (A * cosh2 + B * sinh2)),
      255 * (l + a3 * (C * cosh2 + D * sinh2)),
      255 * (l + a3 * (E * cosh2)),
      this.opacity
    );
  }
}));

// node_modules/d3-interpolate/dist/d3-interpolate.mjs
function basis(t12, v0, v1, v2, v3) {
  var t22 = t12 * t12, t32 = t22 * t12;
  return ((1 - 3 * t12 + 3 * t22 - t32) * v0 + (4 - 6 * t22 + 3 * t32) * v1 + (1 + 3 * t12 + 3 * t22 - 3 * t32) * v2 + t32 * v3) / 6;
}
function basis$1(values) {
  var n = values.length - 1;
  return function(t) {
    var i2 = t <= 0 ? t = 0 : t >= 1 ? (t = 1, n - 1) : Math.floor(t * n), v1 = values[i2], v2 = values[i2 + 1], v0 = i2 > 0 ? values[i2 - 1] : 2 * v1 - v2, v3 = i2 < n - 1 ? values[i2 + 2] : 2 * v2 - v1;
    return basis((t - i2 / n) * n, v0, v1, v2, v3);
  };
}
function basisClosed(values) {
  var n = values.length;
  return function(t) {
    var i2 = Math.floor(((t %= 1) < 0 ? ++t : t) * n), v0 = values[(i2 + n - 1) % n], v1 = values[i2 % n], v2 = values[(i2 + 1) % n], v3 = values[(i2 + 2) % n];
    return basis((t - i2 / n) * n, v0, v1, v2, v3);
  };
}
var constant = (x2) => () => x2;
function linear(a3, d2) {
  return function(t) {
    return a3 + t * d2;
  };
}
function exponential(a3, b2, y2) {
  return a3 = Math.pow(a3, y2), b2 = Math.pow(b2, y2) - a3, y2 = 1 / y2, function(t) {
    return Math.pow(a3 + t * b2, y2);
  };
}
function hue$1(a3, b2) {
  var d2 = b2 - a3;
  return d2 ? linear(a3, d2 > 180 || d2 < -180 ? d2 - 360 * Math.round(d2 / 360) : d2) : constant(isNaN(a3) ? b2 : a3);
}
function gamma(y2) {
  return (y2 = +y2) === 1 ? nogamma : function(a3, b2) {
    return b2 - a3 ? exponential(a3, b2, y2) : constant(isNaN(a3) ? b2 : a3);
  };
}
function nogamma(a3, b2) {
  var d2 = b2 - a3;
  return d2 ? linear(a3, d2) : constant(isNaN(a3) ? b2 : a3);
}
var rgb2 = (function rgbGamma(y2) {
  var color2 = gamma(y2);
  function rgb3(start, end) {
    var r2 = color2((start = rgb(start)).r, (end = rgb(end)).r), g2 = color2(start.g, end.g), b2 = color2(start.b, end.b), opacity = nogamma(start.opacity, end.opacity);
    return function(t) {
      start.r = r2(t);
      start.g = g2(t);
      start.b = b2(t);
      start.opacity = opacity(t);
      return start + "";
    };
  }
  rgb3.gamma = rgbGamma;
  return rgb3;
})(1);
function rgbSpline(spline) {
  return function(colors) {
    var n = colors.length, r2 = new Array(n), g2 = new Array(n), b2 = new Array(n), i2, color2;
    for (i2 = 0; i2 < n; ++i2) {
      color2 = rgb(colors[i2]);
      r2[i2] = color2.r || 0;
      g2[i2] = color2.g || 0;
      b2[i2] = color2.b || 0;
    }
    r2 = spline(r2);
    g2 = spline(g2);
    b2 = spline(b2);
    color2.opacity = 1;
    return function(t) {
      color2.r = r2(t);
      color2.g = g2(t);
      color2.b = b2(t);
      return color2 + "";
    };
  };
}
var rgbBasis = rgbSpline(basis$1);
var rgbBasisClosed = rgbSpline(basisClosed);
function numberArray(a3, b2) {
  if (!b2) b2 = [];
  var n = a3 ? Math.min(b2.length, a3.length) : 0, c2 = b2.slice(), i2;
  return function(t) {
    for (i2 = 0; i2 < n; ++i2) c2[i2] = a3[i2] * (1 - t) + b2[i2] * t;
    return c2;
  };
}
function isNumberArray(x2) {
  return ArrayBuffer.isView(x2) && !(x2 instanceof DataView);
}
function genericArray(a3, b2) {
  var nb = b2 ? b2.length : 0, na = a3 ? Math.min(nb, a3.length) : 0, x2 = new Array(na), c2 = new Array(nb), i2;
  for (i2 = 0; i2 < na; ++i2) x2[i2] = value(a3[i2], b2[i2]);
  for (; i2 < nb; ++i2) c2[i2] = b2[i2];
  return function(t) {
    for (i2 = 0; i2 < na; ++i2) c2[i2] = x2[i2](t);
    return c2;
  };
}
function date(a3, b2) {
  var d2 = /* @__PURE__ */ new Date();
  return a3 = +a3, b2 = +b2, function(t) {
    return d2.setTime(a3 * (1 - t) + b2 * t), d2;
  };
}
function number2(a3, b2) {
  return a3 = +a3, b2 = +b2, function(t) {
    return a3 * (1 - t) + b2 * t;
  };
}
function object(a3, b2) {
  var i2 = {}, c2 = {}, k3;
  if (a3 === null || typeof a3 !== "object") a3 = {};
  if (b2 === null || typeof b2 !== "object") b2 = {};
  for (k3 in b2) {
    if (k3 in a3) {
      i2[k3] = value(a3[k3], b2[k3]);
    } else {
      c2[k3] = b2[k3];
    }
  }
  return function(t) {
    for (k3 in i2) c2[k3] = i2[k3](t);
    return c2;
  };
}
var reA = /[-+]?(?:\d+\.?\d*|\.?\d+)(?:[eE][-+]?\d+)?/g;
var reB = new RegExp(reA.source, "g");
function zero2(b2) {
  return function() {
    return b2;
  };
}
function one(b2) {
  return function(t) {
    return b2(t) + "";
  };
}
function string(a3, b2) {
  var bi = reA.lastIndex = reB.lastIndex = 0, am, bm, bs, i2 = -1, s2 = [], q = [];
  a3 = a3 + "", b2 = b2 + "";
  while ((am = reA.exec(a3)) && (bm = reB.exec(b2))) {
    if ((bs = bm.index) > bi) {
      bs = b2.slice(bi, bs);
      if (s2[i2]) s2[i2] += bs;
      else s2[++i2] = bs;
    }
    if ((am = am[0]) === (bm = bm[0])) {
      if (s2[i2]) s2[i2] += bm;
      else s2[++i2] = bm;
    } else {
      s2[++i2] = null;
      q.push({ i: i2, x: number2(am, bm) });
    }
    bi = reB.lastIndex;
  }
  if (bi < b2.length) {
    bs = b2.slice(bi);
    if (s2[i2]) s2[i2] += bs;
    else s2[++i2] = bs;
  }
  return s2.length < 2 ? q[0] ? one(q[0].x) : zero2(b2) : (b2 = q.length, function(t) {
    for (var i3 = 0, o; i3 < b2; ++i3) s2[(o = q[i3]).i] = o.x(t);
    return s2.join("");
  });
}
function value(a3, b2) {
  var t = typeof b2, c2;
  return b2 == null || t === "boolean" ? constant(b2) : (t === "number" ? number2 : t === "string" ? (c2 = color(b2)) ? (b2 = c2, rgb2) : string : b2 instanceof color ? rgb2 : b2 instanceof Date ? date : isNumberArray(b2) ? numberArray : Array.isArray(b2) ? genericArray : typeof b2.valueOf !== "function" && typeof b2.toString !== "function" || isNaN(b2) ? object : number2)(a3, b2);
}
function round(a3, b2) {
  return a3 = +a3, b2 = +b2, function(t) {
    return Math.round(a3 * (1 - t) + b2 * t);
  };
}
var degrees2 = 180 / Math.PI;
var identity = {
  translateX: 0,
  translateY: 0,
  rotate: 0,
  skewX: 0,
  scaleX: 1,
  scaleY: 1
};
function decompose(a3, b2, c2, d2, e3, f2) {
  var scaleX, scaleY, skewX;
  if (scaleX = Math.sqrt(a3 * a3 + b2 * b2)) a3 /= scaleX, b2 /= scaleX;
  if (skewX = a3 * c2 + b2 * d2) c2 -= a3 * skewX, d2 -= b2 * skewX;
  if (scaleY = Math.sqrt(c2 * c2 + d2 * d2)) c2 /= scaleY, d2 /= scaleY, skewX /= scaleY;
  if (a3 * d2 < b2 * c2) a3 = -a3, b2 = -b2, skewX = -skewX, scaleX = -scaleX;
  return {
    translateX: e3,
    translateY: f2,
    rotate: Math.atan2(b2, a3) * degrees2,
    skewX: Math.atan(skewX) * degrees2,
    scaleX,
    scaleY
  };
}
var svgNode;
function parseCss(value2) {
  const m = new (typeof DOMMatrix === "function" ? DOMMatrix : WebKitCSSMatrix)(value2 + "");
  return m.isIdentity ? identity : decompose(m.a, m.b, m.c, m.d, m.e, m.f);
}
function parseSvg(value2) {
  if (value2 == null) return identity;
  if (!svgNode) svgNode = document.createElementNS("http://www.w3.org/2000/svg", "g");
  svgNode.setAttribute("transform", value2);
  if (!(value2 = svgNode.transform.baseVal.consolidate())) return identity;
  value2 = value2.matrix;
  return decompose(value2.a, value2.b, value2.c, value2.d, value2.e, value2.f);
}
function interpolateTransform(parse, pxComma, pxParen, degParen) {
  function pop(s2) {
    return s2.length ? s2.pop() + " " : "";
  }
  function translate(xa, ya, xb, yb, s2, q) {
    if (xa !== xb || ya !== yb) {
      var i2 = s2.push("translate(", null, pxComma, null, pxParen);
      q.push({ i: i2 - 4, x: number2(xa, xb) }, { i: i2 - 2, x: number2(ya, yb) });
    } else if (xb || yb) {
      s2.push("translate(" + xb + pxComma + yb + pxParen);
    }
  }
  function rotate(a3, b2, s2, q) {
    if (a3 !== b2) {
      if (a3 - b2 > 180) b2 += 360;
      else if (b2 - a3 > 180) a3 += 360;
      q.push({ i: s2.push(pop(s2) + "rotate(", null, degParen) - 2, x: number2(a3, b2) });
    } else if (b2) {
      s2.push(pop(s2) + "rotate(" + b2 + degParen);
    }
  }
  function skewX(a3, b2, s2, q) {
    if (a3 !== b2) {
      q.push({ i: s2.push(pop(s2) + "skewX(", null, degParen) - 2, x: number2(a3, b2) });
    } else if (b2) {
      s2.push(pop(s2) + "skewX(" + b2 + degParen);
    }
  }
  function scale(xa, ya, xb, yb, s2, q) {
    if (xa !== xb || ya !== yb) {
      var i2 = s2.push(pop(s2) + "scale(", null, ",", null, ")");
      q.push({ i: i2 - 4, x: number2(xa, xb) }, { i: i2 - 2, x: number2(ya, yb) });
    } else if (xb !== 1 || yb !== 1) {
      s2.push(pop(s2) + "scale(" + xb + "," + yb + ")");
    }
  }
  return function(a3, b2) {
    var s2 = [], q = [];
    a3 = parse(a3), b2 = parse(b2);
    translate(a3.translateX, a3.translateY, b2.translateX, b2.translateY, s2, q);
    rotate(a3.rotate, b2.rotate, s2, q);
    skewX(a3.skewX, b2.skewX, s2, q);
    scale(a3.scaleX, a3.scaleY, b2.scaleX, b2.scaleY, s2, q);
    a3 = b2 = null;
    return function(t) {
      var i2 = -1, n = q.length, o;
      while (++i2 < n) s2[(o = q[i2]).i] = o.x(t);
      return s2.join("");
    };
  };
}
var interpolateTransformCss = interpolateTransform(parseCss, "px, ", "px)", "deg)");
var interpolateTransformSvg = interpolateTransform(parseSvg, ", ", ")", ")");
var epsilon2 = 1e-12;
function cosh(x2) {
  return ((x2 = Math.exp(x2)) + 1 / x2) / 2;
}
function sinh(x2) {
  return ((x2 = Math.exp(x2)) - 1 / x2) / 2;
}
function tanh(x2) {
  return ((x2 = Math.exp(2 * x2)) - 1) / (x2 + 1);
}
var zoom = (function zoomRho(rho, rho2, rho4) {
  function zoom2(p0, p1) {
    var ux0 = p0[0], uy0 = p0[1], w0 = p0[2], ux1 = p1[0], uy1 = p1[1], w1 = p1[2], dx = ux1 - ux0, dy = uy1 - uy0, d2 = dx * dx + dy * dy, i2, S;
    if (d2 < epsilon2) {
      S = Math.log(w1 / w0) / rho;
      i2 = function(t) {
        return [
          ux0 + t * dx,
          uy0 + t * dy,
          w0 * Math.exp(rho * t * S)
        ];
      };
    } else {
      var d1 = Math.sqrt(d2), b0 = (w1 * w1 - w0 * w0 + rho4 * d2) / (2 * w0 * rho2 * d1), b1 = (w1 * w1 - w0 * w0 - rho4 * d2) / (2 * w1 * rho2 * d1), r0 = Math.log(Math.sqrt(b0 * b0 + 1) - b0), r1 = Math.log(Math.sqrt(b1 * b1 + 1) - b1);
      S = (r1 - r0) / rho;
      i2 = function(t) {
        var s2 = t * S, coshr0 = cosh(r0), u = w0 / (rho2 * d1) * (coshr0 * tanh(rho * s2 + r0) - sinh(r0));
        return [
          ux0 + u * dx,
          uy0 + u * dy,
          w0 * coshr0 / cosh(rho * s2 + r0)
        ];
      };
    }
    i2.duration = Math.abs(S) * 1e3 * rho / Math.SQRT2;
    return i2;
  }
  zoom2.rho = function(_) {
    var _1 = Math.max(1e-3, +_), _2 = _1 * _1, _4 = _2 * _2;
    return zoomRho(_1, _2, _4);
  };
  return zoom2;
})(Math.SQRT2, 2, 4);
function hsl2(hue) {
  return function(start, end) {
    var h2 = hue((start = hsl(start)).h, (end = hsl(end)).h), s2 = nogamma(start.s, end.s), l = nogamma(start.l, end.l), opacity = nogamma(start.opacity, end.opacity);
    return function(t) {
      start.h = h2(t);
      start.s = s2(t);
      start.l = l(t);
      start.opacity = opacity(t);
      return start + "";
    };
  };
}
var hsl_default = hsl2(hue$1);
var hslLong = hsl2(nogamma);
function hcl2(hue) {
  return function(start, end) {
    var h2 = hue((start = hcl(start)).h, (end = hcl(end)).h), c2 = nogamma(start.c, end.c), l = nogamma(start.l, end.l), opacity = nogamma(start.opacity, end.opacity);
    return function(t) {
      start.h = h2(t);
      start.c = c2(t);
      start.l = l(t);
      start.opacity = opacity(t);
      return start + "";
    };
  };
}
var hcl_default = hcl2(hue$1);
var hclLong = hcl2(nogamma);
function cubehelix2(hue) {
  return (function cubehelixGamma(y2) {
    y2 = +y2;
    function cubehelix3(start, end) {
      var h2 = hue((start = cubehelix(start)).h, (end = cubehelix(end)).h), s2 = nogamma(start.s, end.s), l = nogamma(start.l, end.l), opacity = nogamma(start.opacity, end.opacity);
      return function(t) {
        start.h = h2(t);
        start.s = s2(t);
        start.l = l(Math.pow(t, y2));
        start.opacity = opacity(t);
        return start + "";
      };
    }
    cubehelix3.gamma = cubehelixGamma;
    return cubehelix3;
  })(1);
}
var cubehelix_default = cubehelix2(hue$1);
var cubehelixLong = cubehelix2(nogamma);

// node_modules/d3-format/dist/d3-format.mjs
function formatDecimal(x2) {
  return Math.abs(x2 = Math.round(x2)) >= 1e21 ? x2.toLocaleString("en").replace(/,/g, "") : x2.toString(10);
}
function formatDecimalParts(x2, p) {
  if (!isFinite(x2) || x2 === 0) return null;
  var i2 = (x2 = p ? x2.toExponential(p - 1) : x2.toExponential()).indexOf("e"), coefficient = x2.slice(0, i2);
  return [
    coefficient.length > 1 ? coefficient[0] + coefficient.slice(2) : coefficient,
    +x2.slice(i2 + 1)
  ];
}
function exponent(x2) {
  return x2 = formatDecimalParts(Math.abs(x2)), x2 ? x2[1] : NaN;
}
function formatGroup(grouping, thousands) {
  return function(value2, width) {
    var i2 = value2.length, t = [], j2 = 0, g2 = grouping[0], length = 0;
    while (i2 > 0 && g2 > 0) {
      if (length + g2 + 1 > width) g2 = Math.max(1, width - length);
      t.push(value2.substring(i2 -= g2, i2 + g2));
      if ((length += g2 + 1) > width) break;
      g2 = grouping[j2 = (j2 + 1) % grouping.length];
    }
    return t.reverse().join(thousands);
  };
}
function formatNumerals(numerals) {
  return function(value2) {
    return value2.replace(/[0-9]/g, function(i2) {
      return numerals[+i2];
    });
  };
}
var re = /^(?:(.)?([<>=^]))?([+\-( ])?([$#])?(0)?(\d+)?(,)?(\.\d+)?(~)?([a-z%])?$/i;
function formatSpecifier(specifier) {
  if (!(match = re.exec(specifier))) throw new Error("invalid format: " + specifier);
  var match;
  return new FormatSpecifier({
    fill: match[1],
    align: match[2],
    sign: match[3],
    symbol: match[4],
    zero: match[5],
    width: match[6],
    comma: match[7],
    precision: match[8] && match[8].slice(1),
    trim: match[9],
    type: match[10]
  });
}
formatSpecifier.prototype = FormatSpecifier.prototype;
function FormatSpecifier(specifier) {
  this.fill = specifier.fill === void 0 ? " " : specifier.fill + "";
  this.align = specifier.align === void 0 ? ">" : specifier.align + "";
  this.sign = specifier.sign === void 0 ? "-" : specifier.sign + "";
  this.symbol = specifier.symbol === void 0 ? "" : specifier.symbol + "";
  this.zero = !!specifier.zero;
  this.width = specifier.width === void 0 ? void 0 : +specifier.width;
  this.comma = !!specifier.comma;
  this.precision = specifier.precision === void 0 ? void 0 : +specifier.precision;
  this.trim = !!specifier.trim;
  this.type = specifier.type === void 0 ? "" : specifier.type + "";
}
FormatSpecifier.prototype.toString = function() {
  return this.fill + this.align + this.sign + this.symbol + (this.zero ? "0" : "") + (this.width === void 0 ? "" : Math.max(1, this.width | 0)) + (this.comma ? "," : "") + (this.precision === void 0 ? "" : "." + Math.max(0, this.precision | 0)) + (this.trim ? "~" : "") + this.type;
};
function formatTrim(s2) {
  out: for (var n = s2.length, i2 = 1, i0 = -1, i1; i2 < n; ++i2) {
    switch (s2[i2]) {
      case ".":
        i0 = i1 = i2;
        break;
      case "0":
        if (i0 === 0) i0 = i2;
        i1 = i2;
        break;
      default:
        if (!+s2[i2]) break out;
        if (i0 > 0) i0 = 0;
        break;
    }
  }
  return i0 > 0 ? s2.slice(0, i0) + s2.slice(i1 + 1) : s2;
}
var prefixExponent;
function formatPrefixAuto(x2, p) {
  var d2 = formatDecimalParts(x2, p);
  if (!d2) return prefixExponent = void 0, x2.toPrecision(p);
  var coefficient = d2[0], exponent2 = d2[1], i2 = exponent2 - (prefixExponent = Math.max(-8, Math.min(8, Math.floor(exponent2 / 3))) * 3) + 1, n = coefficient.length;
  return i2 === n ? coefficient : i2 > n ? coefficient + new Array(i2 - n + 1).join("0") : i2 > 0 ? coefficient.slice(0, i2) + "." + coefficient.slice(i2) : "0." + new Array(1 - i2).join("0") + formatDecimalParts(x2, Math.max(0, p + i2 - 1))[0];
}
function formatRounded(x2, p) {
  var d2 = formatDecimalParts(x2, p);
  if (!d2) return x2 + "";
  var coefficient = d2[0], exponent2 = d2[1];
  return exponent2 < 0 ? "0." + new Array(-exponent2).join("0") + coefficient : coefficient.length > exponent2 + 1 ? coefficient.slice(0, exponent2 + 1) + "." + coefficient.slice(exponent2 + 1) : coefficient + new Array(exponent2 - coefficient.length + 2).join("0");
}
var formatTypes = {
  "%": (x2, p) => (x2 * 100).toFixed(p),
  "b": (x2) => Math.round(x2).toString(2),
  "c": (x2) => x2 + "",
  "d": formatDecimal,
  "e": (x2, p) => x2.toExponential(p),
  "f": (x2, p) => x2.toFixed(p),
  "g": (x2, p) => x2.toPrecision(p),
  "o": (x2) => Math.round(x2).toString(8),
  "p": (x2, p) => formatRounded(x2 * 100, p),
  "r": formatRounded,
  "s": formatPrefixAuto,
  "X": (x2) => Math.round(x2).toString(16).toUpperCase(),
  "x": (x2) => Math.round(x2).toString(16)
};
function identity2(x2) {
  return x2;
}
var map = Array.prototype.map;
var prefixes = ["y", "z", "a", "f", "p", "n", "µ", "m", "", "k", "M", "G", "T", "P", "E", "Z", "Y"];
function formatLocale(locale2) {
  var group = locale2.grouping === void 0 || locale2.thousands === void 0 ? identity2 : formatGroup(map.call(locale2.grouping, Number), locale2.thousands + ""), currencyPrefix = locale2.currency === void 0 ? "" : locale2.currency[0] + "", currencySuffix = locale2.currency === void 0 ? "" : locale2.currency[1] + "", decimal = locale2.decimal === void 0 ? "." : locale2.decimal + "", numerals = locale2.numerals === void 0 ? identity2 : formatNumerals(map.call(locale2.numerals, String)), percent = locale2.percent === void 0 ? "%" : locale2.percent + "", minus = locale2.minus === void 0 ? "−" : locale2.minus + "", nan = locale2.nan === void 0 ? "NaN" : locale2.nan + "";
  function newFormat(specifier, options) {
    specifier = formatSpecifier(specifier);
    var fill = specifier.fill, align = specifier.align, sign2 = specifier.sign, symbol = specifier.symbol, zero3 = specifier.zero, width = specifier.width, comma = specifier.comma, precision = specifier.precision, trim = specifier.trim, type = specifier.type;
    if (type === "n") comma = true, type = "g";
    else if (!formatTypes[type]) precision === void 0 && (precision = 12), trim = true, type = "g";
    if (zero3 || fill === "0" && align === "=") zero3 = true, fill = "0", align = "=";
    var prefix = (options && options.prefix !== void 0 ? options.prefix : "") + (symbol === "$" ? currencyPrefix : symbol === "#" && /[boxX]/.test(type) ? "0" + type.toLowerCase() : ""), suffix = (symbol === "$" ? currencySuffix : /[%p]/.test(type) ? percent : "") + (options && options.suffix !== void 0 ? options.suffix : "");
    var formatType = formatTypes[type], maybeSuffix = /[defgprs%]/.test(type);
    precision = precision === void 0 ? 6 : /[gprs]/.test(type) ? Math.max(1, Math.min(21, precision)) : Math.max(0, Math.min(20, precision));
    function format2(value2) {
      var valuePrefix = prefix, valueSuffix = suffix, i2, n, c2;
      if (type === "c") {
        valueSuffix = formatType(value2) + valueSuffix;
        value2 = "";
      } else {
        value2 = +value2;
        var valueNegative = value2 < 0 || 1 / value2 < 0;
        value2 = isNaN(value2) ? nan : formatType(Math.abs(value2), precision);
        if (trim) value2 = formatTrim(value2);
        if (valueNegative && +value2 === 0 && sign2 !== "+") valueNegative = false;
        valuePrefix = (valueNegative ? sign2 === "(" ? sign2 : minus : sign2 === "-" || sign2 === "(" ? "" : sign2) + valuePrefix;
        valueSuffix = (type === "s" && !isNaN(value2) && prefixExponent !== void 0 ? prefixes[8 + prefixExponent / 3] : "") + valueSuffix + (valueNegative && sign2 === "(" ? ")" : "");
        if (maybeSuffix) {
          i2 = -1, n = value2.length;
          while (++i2 < n) {
            if (c2 = value2.charCodeAt(i2), 48 > c2 || c2 > 57) {
              valueSuffix = (c2 === 46 ? decimal + value2.slice(i2 + 1) : value2.slice(i2)) + valueSuffix;
              value2 = value2.slice(0, i2);
              break;
            }
          }
        }
      }
      if (comma && !zero3) value2 = group(value2, Infinity);
      var length = valuePrefix.length + value2.length + valueSuffix.length, padding = length < width ? new Array(width - length + 1).join(fill) : "";
      if (comma && zero3) value2 = group(padding + value2, padding.length ? width - valueSuffix.length : Infinity), padding = "";
      switch (align) {
        case "<":
          value2 = valuePrefix + value2 + valueSuffix + padding;
          break;
        case "=":
          value2 = valuePrefix + padding + value2 + valueSuffix;
          break;
        case "^":
          value2 = padding.slice(0, length = padding.length >> 1) + valuePrefix + value2 + valueSuffix + padding.slice(length);
          break;
        default:
          value2 = padding + valuePrefix + value2 + valueSuffix;
          break;
      }
      return numerals(value2);
    }
    format2.toString = function() {
      return specifier + "";
    };
    return format2;
  }
  function formatPrefix2(specifier, value2) {
    var e3 = Math.max(-8, Math.min(8, Math.floor(exponent(value2) / 3))) * 3, k3 = Math.pow(10, -e3), f2 = newFormat((specifier = formatSpecifier(specifier), specifier.type = "f", specifier), { suffix: prefixes[8 + e3 / 3] });
    return function(value3) {
      return f2(k3 * value3);
    };
  }
  return {
    format: newFormat,
    formatPrefix: formatPrefix2
  };
}
var locale;
var format;
var formatPrefix;
defaultLocale({
  thousands: ",",
  grouping: [3],
  currency: ["$", ""]
});
function defaultLocale(definition) {
  locale = formatLocale(definition);
  format = locale.format;
  formatPrefix = locale.formatPrefix;
  return locale;
}
function precisionFixed(step) {
  return Math.max(0, -exponent(Math.abs(step)));
}
function precisionPrefix(step, value2) {
  return Math.max(0, Math.max(-8, Math.min(8, Math.floor(exponent(value2) / 3))) * 3 - exponent(Math.abs(step)));
}
function precisionRound(step, max) {
  step = Math.abs(step), max = Math.abs(max) - step;
  return Math.max(0, exponent(max) - exponent(step)) + 1;
}

// node_modules/d3-scale/dist/d3-scale.mjs
function initRange(domain, range2) {
  switch (arguments.length) {
    case 0:
      break;
    case 1:
      this.range(domain);
      break;
    default:
      this.range(range2).domain(domain);
      break;
  }
  return this;
}
function constants(x2) {
  return function() {
    return x2;
  };
}
function number$1(x2) {
  return +x2;
}
var unit = [0, 1];
function identity$1(x2) {
  return x2;
}
function normalize(a3, b2) {
  return (b2 -= a3 = +a3) ? function(x2) {
    return (x2 - a3) / b2;
  } : constants(isNaN(b2) ? NaN : 0.5);
}
function clamper(a3, b2) {
  var t;
  if (a3 > b2) t = a3, a3 = b2, b2 = t;
  return function(x2) {
    return Math.max(a3, Math.min(b2, x2));
  };
}
function bimap(domain, range2, interpolate2) {
  var d0 = domain[0], d1 = domain[1], r0 = range2[0], r1 = range2[1];
  if (d1 < d0) d0 = normalize(d1, d0), r0 = interpolate2(r1, r0);
  else d0 = normalize(d0, d1), r0 = interpolate2(r0, r1);
  return function(x2) {
    return r0(d0(x2));
  };
}
function polymap(domain, range2, interpolate2) {
  var j2 = Math.min(domain.length, range2.length) - 1, d2 = new Array(j2), r2 = new Array(j2), i2 = -1;
  if (domain[j2] < domain[0]) {
    domain = domain.slice().reverse();
    range2 = range2.slice().reverse();
  }
  while (++i2 < j2) {
    d2[i2] = normalize(domain[i2], domain[i2 + 1]);
    r2[i2] = interpolate2(range2[i2], range2[i2 + 1]);
  }
  return function(x2) {
    var i3 = bisectRight(domain, x2, 1, j2) - 1;
    return r2[i3](d2[i3](x2));
  };
}
function copy$1(source, target) {
  return target.domain(source.domain()).range(source.range()).interpolate(source.interpolate()).clamp(source.clamp()).unknown(source.unknown());
}
function transformer$2() {
  var domain = unit, range2 = unit, interpolate$1 = value, transform, untransform, unknown, clamp = identity$1, piecewise2, output, input;
  function rescale() {
    var n = Math.min(domain.length, range2.length);
    if (clamp !== identity$1) clamp = clamper(domain[0], domain[n - 1]);
    piecewise2 = n > 2 ? polymap : bimap;
    output = input = null;
    return scale;
  }
  function scale(x2) {
    return x2 == null || isNaN(x2 = +x2) ? unknown : (output || (output = piecewise2(domain.map(transform), range2, interpolate$1)))(transform(clamp(x2)));
  }
  scale.invert = function(y2) {
    return clamp(untransform((input || (input = piecewise2(range2, domain.map(transform), number2)))(y2)));
  };
  scale.domain = function(_) {
    return arguments.length ? (domain = Array.from(_, number$1), rescale()) : domain.slice();
  };
  scale.range = function(_) {
    return arguments.length ? (range2 = Array.from(_), rescale()) : range2.slice();
  };
  scale.rangeRound = function(_) {
    return range2 = Array.from(_), interpolate$1 = round, rescale();
  };
  scale.clamp = function(_) {
    return arguments.length ? (clamp = _ ? true : identity$1, rescale()) : clamp !== identity$1;
  };
  scale.interpolate = function(_) {
    return arguments.length ? (interpolate$1 = _, rescale()) : interpolate$1;
  };
  scale.unknown = function(_) {
    return arguments.length ? (unknown = _, scale) : unknown;
  };
  return function(t, u) {
    transform = t, untransform = u;
    return rescale();
  };
}
function continuous() {
  return transformer$2()(identity$1, identity$1);
}
function tickFormat(start, stop, count2, specifier) {
  var step = tickStep(start, stop, count2), precision;
  specifier = formatSpecifier(specifier == null ? ",f" : specifier);
  switch (specifier.type) {
    case "s": {
      var value2 = Math.max(Math.abs(start), Math.abs(stop));
      if (specifier.precision == null && !isNaN(precision = precisionPrefix(step, value2))) specifier.precision = precision;
      return formatPrefix(specifier, value2);
    }
    case "":
    case "e":
    case "g":
    case "p":
    case "r": {
      if (specifier.precision == null && !isNaN(precision = precisionRound(step, Math.max(Math.abs(start), Math.abs(stop))))) specifier.precision = precision - (specifier.type === "e");
      break;
    }
    case "f":
    case "%": {
      if (specifier.precision == null && !isNaN(precision = precisionFixed(step))) specifier.precision = precision - (specifier.type === "%") * 2;
      break;
    }
  }
  return format(specifier);
}
function linearish(scale) {
  var domain = scale.domain;
  scale.ticks = function(count2) {
    var d2 = domain();
    return ticks(d2[0], d2[d2.length - 1], count2 == null ? 10 : count2);
  };
  scale.tickFormat = function(count2, specifier) {
    var d2 = domain();
    return tickFormat(d2[0], d2[d2.length - 1], count2 == null ? 10 : count2, specifier);
  };
  scale.nice = function(count2) {
    if (count2 == null) count2 = 10;
    var d2 = domain();
    var i0 = 0;
    var i1 = d2.length - 1;
    var start = d2[i0];
    var stop = d2[i1];
    var prestep;
    var step;
    var maxIter = 10;
    if (stop < start) {
      step = start, start = stop, stop = step;
      step = i0, i0 = i1, i1 = step;
    }
    while (maxIter-- > 0) {
      step = tickIncrement(start, stop, count2);
      if (step === prestep) {
        d2[i0] = start;
        d2[i1] = stop;
        return domain(d2);
      } else if (step > 0) {
        start = Math.floor(start / step) * step;
        stop = Math.ceil(stop / step) * step;
      } else if (step < 0) {
        start = Math.ceil(start * step) / step;
        stop = Math.floor(stop * step) / step;
      } else {
        break;
      }
      prestep = step;
    }
    return scale;
  };
  return scale;
}
function linear2() {
  var scale = continuous();
  scale.copy = function() {
    return copy$1(scale, linear2());
  };
  initRange.apply(scale, arguments);
  return linearish(scale);
}

// node_modules/d3-path/dist/d3-path.mjs
var pi = Math.PI;
var tau = 2 * pi;
var epsilon = 1e-6;
var tauEpsilon = tau - epsilon;
function append(strings) {
  this._ += strings[0];
  for (let i2 = 1, n = strings.length; i2 < n; ++i2) {
    this._ += arguments[i2] + strings[i2];
  }
}
function appendRound(digits2) {
  let d2 = Math.floor(digits2);
  if (!(d2 >= 0)) throw new Error(`invalid digits: ${digits2}`);
  if (d2 > 15) return append;
  const k3 = 10 ** d2;
  return function(strings) {
    this._ += strings[0];
    for (let i2 = 1, n = strings.length; i2 < n; ++i2) {
      this._ += Math.round(arguments[i2] * k3) / k3 + strings[i2];
    }
  };
}
function equal(x0, y0, x1, y1) {
  return x0 === x1 && y0 === y1;
}
function equalRound(digits2) {
  const d2 = Math.floor(digits2);
  if (!(d2 <= 15)) return equal;
  const k3 = 10 ** d2;
  const r2 = function(value2) {
    return Math.round(value2 * k3);
  };
  return function(x0, y0, x1, y1) {
    return r2(x0) === r2(x1) && r2(y0) === r2(y1);
  };
}
var Path = class {
  constructor(digits2) {
    this._x0 = this._y0 = // start of current subpath
    this._x1 = this._y1 = null;
    this._ = "";
    this._append = digits2 == null ? append : appendRound(digits2);
    this._equal = digits2 == null ? equal : equalRound(digits2);
  }
  moveTo(x2, y2) {
    this._append`M${this._x0 = this._x1 = +x2},${this._y0 = this._y1 = +y2}`;
  }
  closePath() {
    if (this._x1 !== null) {
      this._x1 = this._x0, this._y1 = this._y0;
      this._append`Z`;
    }
  }
  lineTo(x2, y2) {
    this._append`L${this._x1 = +x2},${this._y1 = +y2}`;
  }
  quadraticCurveTo(x1, y1, x2, y2) {
    this._append`Q${+x1},${+y1},${this._x1 = +x2},${this._y1 = +y2}`;
  }
  bezierCurveTo(x1, y1, x2, y2, x3, y3) {
    this._append`C${+x1},${+y1},${+x2},${+y2},${this._x1 = +x3},${this._y1 = +y3}`;
  }
  arcTo(x1, y1, x2, y2, r2) {
    x1 = +x1, y1 = +y1, x2 = +x2, y2 = +y2, r2 = +r2;
    if (r2 < 0) throw new Error(`negative radius: ${r2}`);
    let x0 = this._x1, y0 = this._y1, x21 = x2 - x1, y21 = y2 - y1, x01 = x0 - x1, y01 = y0 - y1, l01_2 = x01 * x01 + y01 * y01;
    if (this._x1 === null) {
      this._append`M${this._x1 = x1},${this._y1 = y1}`;
    } else if (!(l01_2 > epsilon)) ;
    else if (!(Math.abs(y01 * x21 - y21 * x01) > epsilon) || !r2) {
      this._append`L${this._x1 = x1},${this._y1 = y1}`;
    } else {
      let x20 = x2 - x0, y20 = y2 - y0, l21_2 = x21 * x21 + y21 * y21, l20_2 = x20 * x20 + y20 * y20, l21 = Math.sqrt(l21_2), l01 = Math.sqrt(l01_2), l = r2 * Math.tan((pi - Math.acos((l21_2 + l01_2 - l20_2) / (2 * l21 * l01))) / 2), t01 = l / l01, t21 = l / l21;
      if (Math.abs(t01 - 1) > epsilon) {
        this._append`L${x1 + t01 * x01},${y1 + t01 * y01}`;
      }
      this._append`A${r2},${r2},0,0,${+(y01 * x20 > x01 * y20)},${this._x1 = x1 + t21 * x21},${this._y1 = y1 + t21 * y21}`;
    }
  }
  arc(x2, y2, r2, a0, a1, ccw) {
    x2 = +x2, y2 = +y2, r2 = +r2, ccw = !!ccw;
    if (r2 < 0) throw new Error(`negative radius: ${r2}`);
    let dx = r2 * Math.cos(a0), dy = r2 * Math.sin(a0), x0 = x2 + dx, y0 = y2 + dy, cw = 1 ^ ccw, da = ccw ? a0 - a1 : a1 - a0;
    if (this._x1 === null) {
      this._append`M${x0},${y0}`;
    } else if (Math.abs(this._x1 - x0) > epsilon || Math.abs(this._y1 - y0) > epsilon) {
      this._append`L${x0},${y0}`;
    }
    if (!r2) return;
    if (da < 0) da = da % tau + tau;
    if (da > tauEpsilon) {
      this._append`A${r2},${r2},0,1,${cw},${x2 - dx},${y2 - dy}A${r2},${r2},0,1,${cw},${this._x1 = x0},${this._y1 = y0}`;
    } else if (da > epsilon) {
      const x1 = x2 + r2 * Math.cos(a1);
      const y1 = y2 + r2 * Math.sin(a1);
      if (da >= pi && this._equal(x0, y0, x1, y1)) {
        da /= 2;
        let a00 = a0 + da;
        this._append`A${r2},${r2},0,${+(da >= pi)},${cw},${x2 + r2 * Math.cos(a00)},${y2 + r2 * Math.sin(a00)}`;
      }
      this._append`A${r2},${r2},0,${+(da >= pi)},${cw},${this._x1 = x1},${this._y1 = y1}`;
    }
  }
  rect(x2, y2, w, h2) {
    this._append`M${this._x0 = this._x1 = +x2},${this._y0 = this._y1 = +y2}h${w = +w}v${+h2}h${-w}Z`;
  }
  toString() {
    return this._;
  }
};
function path() {
  return new Path();
}
path.prototype = Path.prototype;

// node_modules/d3-shape/dist/d3-shape.mjs
function constant2(x2) {
  return function constant3() {
    return x2;
  };
}
var cos = Math.cos;
var sin = Math.sin;
var sqrt = Math.sqrt;
var epsilon3 = 1e-12;
var pi2 = Math.PI;
var halfPi = pi2 / 2;
var tau2 = 2 * pi2;
function withPath(shape) {
  let digits2 = 3;
  shape.digits = function(_) {
    if (!arguments.length) return digits2;
    if (_ == null) {
      digits2 = null;
    } else {
      const d2 = Math.floor(_);
      if (!(d2 >= 0)) throw new RangeError(`invalid digits: ${_}`);
      digits2 = d2;
    }
    return shape;
  };
  return () => new Path(digits2);
}
var slice2 = Array.prototype.slice;
function array2(x2) {
  return typeof x2 === "object" && "length" in x2 ? x2 : Array.from(x2);
}
function Linear(context) {
  this._context = context;
}
Linear.prototype = {
  areaStart: function() {
    this._line = 0;
  },
  areaEnd: function() {
    this._line = NaN;
  },
  lineStart: function() {
    this._point = 0;
  },
  lineEnd: function() {
    if (this._line || this._line !== 0 && this._point === 1) this._context.closePath();
    this._line = 1 - this._line;
  },
  point: function(x2, y2) {
    x2 = +x2, y2 = +y2;
    switch (this._point) {
      case 0:
        this._point = 1;
        this._line ? this._context.lineTo(x2, y2) : this._context.moveTo(x2, y2);
        break;
      case 1:
        this._point = 2;
      // falls through
      default:
        this._context.lineTo(x2, y2);
        break;
    }
  }
};
function curveLinear(context) {
  return new Linear(context);
}
function x(p) {
  return p[0];
}
function y(p) {
  return p[1];
}
function line(x$1, y$1) {
  var defined = constant2(true), context = null, curve = curveLinear, output = null, path2 = withPath(line2);
  x$1 = typeof x$1 === "function" ? x$1 : x$1 === void 0 ? x : constant2(x$1);
  y$1 = typeof y$1 === "function" ? y$1 : y$1 === void 0 ? y : constant2(y$1);
  function line2(data) {
    var i2, n = (data = array2(data)).length, d2, defined0 = false, buffer;
    if (context == null) output = curve(buffer = path2());
    for (i2 = 0; i2 <= n; ++i2) {
      if (!(i2 < n && defined(d2 = data[i2], i2, data)) === defined0) {
        if (defined0 = !defined0) output.lineStart();
        else output.lineEnd();
      }
      if (defined0) output.point(+x$1(d2, i2, data), +y$1(d2, i2, data));
    }
    if (buffer) return output = null, buffer + "" || null;
  }
  line2.x = function(_) {
    return arguments.length ? (x$1 = typeof _ === "function" ? _ : constant2(+_), line2) : x$1;
  };
  line2.y = function(_) {
    return arguments.length ? (y$1 = typeof _ === "function" ? _ : constant2(+_), line2) : y$1;
  };
  line2.defined = function(_) {
    return arguments.length ? (defined = typeof _ === "function" ? _ : constant2(!!_), line2) : defined;
  };
  line2.curve = function(_) {
    return arguments.length ? (curve = _, context != null && (output = curve(context)), line2) : curve;
  };
  line2.context = function(_) {
    return arguments.length ? (_ == null ? context = output = null : output = curve(context = _), line2) : context;
  };
  return line2;
}
var curveRadialLinear = curveRadial(curveLinear);
function Radial(curve) {
  this._curve = curve;
}
Radial.prototype = {
  areaStart: function() {
    this._curve.areaStart();
  },
  areaEnd: function() {
    this._curve.areaEnd();
  },
  lineStart: function() {
    this._curve.lineStart();
  },
  lineEnd: function() {
    this._curve.lineEnd();
  },
  point: function(a3, r2) {
    this._curve.point(r2 * Math.sin(a3), r2 * -Math.cos(a3));
  }
};
function curveRadial(curve) {
  function radial(context) {
    return new Radial(curve(context));
  }
  radial._curve = curve;
  return radial;
}
var sqrt3$2 = sqrt(3);
var tan30 = sqrt(1 / 3);
var tan30_2 = tan30 * 2;
var kr = sin(pi2 / 10) / sin(7 * pi2 / 10);
var kx = sin(tau2 / 10) * kr;
var ky = -cos(tau2 / 10) * kr;
var sqrt3$1 = sqrt(3);
var sqrt3 = sqrt(3);
var s = sqrt(3) / 2;
var k2 = 1 / sqrt(12);
var a2 = (k2 / 2 + 1) * 3;
function noop() {
}
function point$3(that, x2, y2) {
  that._context.bezierCurveTo(
    (2 * that._x0 + that._x1) / 3,
    (2 * that._y0 + that._y1) / 3,
    (that._x0 + 2 * that._x1) / 3,
    (that._y0 + 2 * that._y1) / 3,
    (that._x0 + 4 * that._x1 + x2) / 6,
    (that._y0 + 4 * that._y1 + y2) / 6
  );
}
function Basis(context) {
  this._context = context;
}
Basis.prototype = {
  areaStart: function() {
    this._line = 0;
  },
  areaEnd: function() {
    this._line = NaN;
  },
  lineStart: function() {
    this._x0 = this._x1 = this._y0 = this._y1 = NaN;
    this._point = 0;
  },
  lineEnd: function() {
    switch (this._point) {
      case 3:
        point$3(this, this._x1, this._y1);
      // falls through
      case 2:
        this._context.lineTo(this._x1, this._y1);
        break;
    }
    if (this._line || this._line !== 0 && this._point === 1) this._context.closePath();
    this._line = 1 - this._line;
  },
  point: function(x2, y2) {
    x2 = +x2, y2 = +y2;
    switch (this._point) {
      case 0:
        this._point = 1;
        this._line ? this._context.lineTo(x2, y2) : this._context.moveTo(x2, y2);
        break;
      case 1:
        this._point = 2;
        break;
      case 2:
        this._point = 3;
        this._context.lineTo((5 * this._x0 + this._x1) / 6, (5 * this._y0 + this._y1) / 6);
      // falls through
      default:
        point$3(this, x2, y2);
        break;
    }
    this._x0 = this._x1, this._x1 = x2;
    this._y0 = this._y1, this._y1 = y2;
  }
};
function BasisClosed(context) {
  this._context = context;
}
BasisClosed.prototype = {
  areaStart: noop,
  areaEnd: noop,
  lineStart: function() {
    this._x0 = this._x1 = this._x2 = this._x3 = this._x4 = this._y0 = this._y1 = this._y2 = this._y3 = this._y4 = NaN;
    this._point = 0;
  },
  lineEnd: function() {
    switch (this._point) {
      case 1: {
        this._context.moveTo(this._x2, this._y2);
        this._context.closePath();
        break;
      }
      case 2: {
        this._context.moveTo((this._x2 + 2 * this._x3) / 3, (this._y2 + 2 * this._y3) / 3);
        this._context.lineTo((this._x3 + 2 * this._x2) / 3, (this._y3 + 2 * this._y2) / 3);
        this._context.closePath();
        break;
      }
      case 3: {
        this.point(this._x2, this._y2);
        this.point(this._x3, this._y3);
        this.point(this._x4, this._y4);
        break;
      }
    }
  },
  point: function(x2, y2) {
    x2 = +x2, y2 = +y2;
    switch (this._point) {
      case 0:
        this._point = 1;
        this._x2 = x2, this._y2 = y2;
        break;
      case 1:
        this._point = 2;
        this._x3 = x2, this._y3 = y2;
        break;
      case 2:
        this._point = 3;
        this._x4 = x2, this._y4 = y2;
        this._context.moveTo((this._x0 + 4 * this._x1 + x2) / 6, (this._y0 + 4 * this._y1 + y2) / 6);
        break;
      default:
        point$3(this, x2, y2);
        break;
    }
    this._x0 = this._x1, this._x1 = x2;
    this._y0 = this._y1, this._y1 = y2;
  }
};
function BasisOpen(context) {
  this._context = context;
}
BasisOpen.prototype = {
  areaStart: function() {
    this._line = 0;
  },
  areaEnd: function() {
    this._line = NaN;
  },
  lineStart: function() {
    this._x0 = this._x1 = this._y0 = this._y1 = NaN;
    this._point = 0;
  },
  lineEnd: function() {
    if (this._line || this._line !== 0 && this._point === 3) this._context.closePath();
    this._line = 1 - this._line;
  },
  point: function(x2, y2) {
    x2 = +x2, y2 = +y2;
    switch (this._point) {
      case 0:
        this._point = 1;
        break;
      case 1:
        this._point = 2;
        break;
      case 2:
        this._point = 3;
        var x0 = (this._x0 + 4 * this._x1 + x2) / 6, y0 = (this._y0 + 4 * this._y1 + y2) / 6;
        this._line ? this._context.lineTo(x0, y0) : this._context.moveTo(x0, y0);
        break;
      case 3:
        this._point = 4;
      // falls through
      default:
        point$3(this, x2, y2);
        break;
    }
    this._x0 = this._x1, this._x1 = x2;
    this._y0 = this._y1, this._y1 = y2;
  }
};
function Bundle(context, beta) {
  this._basis = new Basis(context);
  this._beta = beta;
}
Bundle.prototype = {
  lineStart: function() {
    this._x = [];
    this._y = [];
    this._basis.lineStart();
  },
  lineEnd: function() {
    var x2 = this._x, y2 = this._y, j2 = x2.length - 1;
    if (j2 > 0) {
      var x0 = x2[0], y0 = y2[0], dx = x2[j2] - x0, dy = y2[j2] - y0, i2 = -1, t;
      while (++i2 <= j2) {
        t = i2 / j2;
        this._basis.point(
          this._beta * x2[i2] + (1 - this._beta) * (x0 + t * dx),
          this._beta * y2[i2] + (1 - this._beta) * (y0 + t * dy)
        );
      }
    }
    this._x = this._y = null;
    this._basis.lineEnd();
  },
  point: function(x2, y2) {
    this._x.push(+x2);
    this._y.push(+y2);
  }
};
var bundle = (function custom(beta) {
  function bundle2(context) {
    return beta === 1 ? new Basis(context) : new Bundle(context, beta);
  }
  bundle2.beta = function(beta2) {
    return custom(+beta2);
  };
  return bundle2;
})(0.85);
function point$2(that, x2, y2) {
  that._context.bezierCurveTo(
    that._x1 + that._k * (that._x2 - that._x0),
    that._y1 + that._k * (that._y2 - that._y0),
    that._x2 + that._k * (that._x1 - x2),
    that._y2 + that._k * (that._y1 - y2),
    that._x2,
    that._y2
  );
}
function Cardinal(context, tension) {
  this._context = context;
  this._k = (1 - tension) / 6;
}
Cardinal.prototype = {
  areaStart: function() {
    this._line = 0;
  },
  areaEnd: function() {
    this._line = NaN;
  },
  lineStart: function() {
    this._x0 = this._x1 = this._x2 = this._y0 = this._y1 = this._y2 = NaN;
    this._point = 0;
  },
  lineEnd: function() {
    switch (this._point) {
      case 2:
        this._context.lineTo(this._x2, this._y2);
        break;
      case 3:
        point$2(this, this._x1, this._y1);
        break;
    }
    if (this._line || this._line !== 0 && this._point === 1) this._context.closePath();
    this._line = 1 - this._line;
  },
  point: function(x2, y2) {
    x2 = +x2, y2 = +y2;
    switch (this._point) {
      case 0:
        this._point = 1;
        this._line ? this._context.lineTo(x2, y2) : this._context.moveTo(x2, y2);
        break;
      case 1:
        this._point = 2;
        this._x1 = x2, this._y1 = y2;
        break;
      case 2:
        this._point = 3;
      // falls through
      default:
        point$2(this, x2, y2);
        break;
    }
    this._x0 = this._x1, this._x1 = this._x2, this._x2 = x2;
    this._y0 = this._y1, this._y1 = this._y2, this._y2 = y2;
  }
};
var cardinal = (function custom2(tension) {
  function cardinal2(context) {
    return new Cardinal(context, tension);
  }
  cardinal2.tension = function(tension2) {
    return custom2(+tension2);
  };
  return cardinal2;
})(0);
function CardinalClosed(context, tension) {
  this._context = context;
  this._k = (1 - tension) / 6;
}
CardinalClosed.prototype = {
  areaStart: noop,
  areaEnd: noop,
  lineStart: function() {
    this._x0 = this._x1 = this._x2 = this._x3 = this._x4 = this._x5 = this._y0 = this._y1 = this._y2 = this._y3 = this._y4 = this._y5 = NaN;
    this._point = 0;
  },
  lineEnd: function() {
    switch (this._point) {
      case 1: {
        this._context.moveTo(this._x3, this._y3);
        this._context.closePath();
        break;
      }
      case 2: {
        this._context.lineTo(this._x3, this._y3);
        this._context.closePath();
        break;
      }
      case 3: {
        this.point(this._x3, this._y3);
        this.point(this._x4, this._y4);
        this.point(this._x5, this._y5);
        break;
      }
    }
  },
  point: function(x2, y2) {
    x2 = +x2, y2 = +y2;
    switch (this._point) {
      case 0:
        this._point = 1;
        this._x3 = x2, this._y3 = y2;
        break;
      case 1:
        this._point = 2;
        this._context.moveTo(this._x4 = x2, this._y4 = y2);
        break;
      case 2:
        this._point = 3;
        this._x5 = x2, this._y5 = y2;
        break;
      default:
        point$2(this, x2, y2);
        break;
    }
    this._x0 = this._x1, this._x1 = this._x2, this._x2 = x2;
    this._y0 = this._y1, this._y1 = this._y2, this._y2 = y2;
  }
};
var cardinalClosed = (function custom3(tension) {
  function cardinal2(context) {
    return new CardinalClosed(context, tension);
  }
  cardinal2.tension = function(tension2) {
    return custom3(+tension2);
  };
  return cardinal2;
})(0);
function CardinalOpen(context, tension) {
  this._context = context;
  this._k = (1 - tension) / 6;
}
CardinalOpen.prototype = {
  areaStart: function() {
    this._line = 0;
  },
  areaEnd: function() {
    this._line = NaN;
  },
  lineStart: function() {
    this._x0 = this._x1 = this._x2 = this._y0 = this._y1 = this._y2 = NaN;
    this._point = 0;
  },
  lineEnd: function() {
    if (this._line || this._line !== 0 && this._point === 3) this._context.closePath();
    this._line = 1 - this._line;
  },
  point: function(x2, y2) {
    x2 = +x2, y2 = +y2;
    switch (this._point) {
      case 0:
        this._point = 1;
        break;
      case 1:
        this._point = 2;
        break;
      case 2:
        this._point = 3;
        this._line ? this._context.lineTo(this._x2, this._y2) : this._context.moveTo(this._x2, this._y2);
        break;
      case 3:
        this._point = 4;
      // falls through
      default:
        point$2(this, x2, y2);
        break;
    }
    this._x0 = this._x1, this._x1 = this._x2, this._x2 = x2;
    this._y0 = this._y1, this._y1 = this._y2, this._y2 = y2;
  }
};
var cardinalOpen = (function custom4(tension) {
  function cardinal2(context) {
    return new CardinalOpen(context, tension);
  }
  cardinal2.tension = function(tension2) {
    return custom4(+tension2);
  };
  return cardinal2;
})(0);
function point$1(that, x2, y2) {
  var x1 = that._x1, y1 = that._y1, x22 = that._x2, y22 = that._y2;
  if (that._l01_a > epsilon3) {
    var a3 = 2 * that._l01_2a + 3 * that._l01_a * that._l12_a + that._l12_2a, n = 3 * that._l01_a * (that._l01_a + that._l12_a);
    x1 = (x1 * a3 - that._x0 * that._l12_2a + that._x2 * that._l01_2a) / n;
    y1 = (y1 * a3 - that._y0 * that._l12_2a + that._y2 * that._l01_2a) / n;
  }
  if (that._l23_a > epsilon3) {
    var b2 = 2 * that._l23_2a + 3 * that._l23_a * that._l12_a + that._l12_2a, m = 3 * that._l23_a * (that._l23_a + that._l12_a);
    x22 = (x22 * b2 + that._x1 * that._l23_2a - x2 * that._l12_2a) / m;
    y22 = (y22 * b2 + that._y1 * that._l23_2a - y2 * that._l12_2a) / m;
  }
  that._context.bezierCurveTo(x1, y1, x22, y22, that._x2, that._y2);
}
function CatmullRom(context, alpha) {
  this._context = context;
  this._alpha = alpha;
}
CatmullRom.prototype = {
  areaStart: function() {
    this._line = 0;
  },
  areaEnd: function() {
    this._line = NaN;
  },
  lineStart: function() {
    this._x0 = this._x1 = this._x2 = this._y0 = this._y1 = this._y2 = NaN;
    this._l01_a = this._l12_a = this._l23_a = this._l01_2a = this._l12_2a = this._l23_2a = this._point = 0;
  },
  lineEnd: function() {
    switch (this._point) {
      case 2:
        this._context.lineTo(this._x2, this._y2);
        break;
      case 3:
        this.point(this._x2, this._y2);
        break;
    }
    if (this._line || this._line !== 0 && this._point === 1) this._context.closePath();
    this._line = 1 - this._line;
  },
  point: function(x2, y2) {
    x2 = +x2, y2 = +y2;
    if (this._point) {
      var x23 = this._x2 - x2, y23 = this._y2 - y2;
      this._l23_a = Math.sqrt(this._l23_2a = Math.pow(x23 * x23 + y23 * y23, this._alpha));
    }
    switch (this._point) {
      case 0:
        this._point = 1;
        this._line ? this._context.lineTo(x2, y2) : this._context.moveTo(x2, y2);
        break;
      case 1:
        this._point = 2;
        break;
      case 2:
        this._point = 3;
      // falls through
      default:
        point$1(this, x2, y2);
        break;
    }
    this._l01_a = this._l12_a, this._l12_a = this._l23_a;
    this._l01_2a = this._l12_2a, this._l12_2a = this._l23_2a;
    this._x0 = this._x1, this._x1 = this._x2, this._x2 = x2;
    this._y0 = this._y1, this._y1 = this._y2, this._y2 = y2;
  }
};
var catmullRom = (function custom5(alpha) {
  function catmullRom2(context) {
    return alpha ? new CatmullRom(context, alpha) : new Cardinal(context, 0);
  }
  catmullRom2.alpha = function(alpha2) {
    return custom5(+alpha2);
  };
  return catmullRom2;
})(0.5);
function CatmullRomClosed(context, alpha) {
  this._context = context;
  this._alpha = alpha;
}
CatmullRomClosed.prototype = {
  areaStart: noop,
  areaEnd: noop,
  lineStart: function() {
    this._x0 = this._x1 = this._x2 = this._x3 = this._x4 = this._x5 = this._y0 = this._y1 = this._y2 = this._y3 = this._y4 = this._y5 = NaN;
    this._l01_a = this._l12_a = this._l23_a = this._l01_2a = this._l12_2a = this._l23_2a = this._point = 0;
  },
  lineEnd: function() {
    switch (this._point) {
      case 1: {
        this._context.moveTo(this._x3, this._y3);
        this._context.closePath();
        break;
      }
      case 2: {
        this._context.lineTo(this._x3, this._y3);
        this._context.closePath();
        break;
      }
      case 3: {
        this.point(this._x3, this._y3);
        this.point(this._x4, this._y4);
        this.point(this._x5, this._y5);
        break;
      }
    }
  },
  point: function(x2, y2) {
    x2 = +x2, y2 = +y2;
    if (this._point) {
      var x23 = this._x2 - x2, y23 = this._y2 - y2;
      this._l23_a = Math.sqrt(this._l23_2a = Math.pow(x23 * x23 + y23 * y23, this._alpha));
    }
    switch (this._point) {
      case 0:
        this._point = 1;
        this._x3 = x2, this._y3 = y2;
        break;
      case 1:
        this._point = 2;
        this._context.moveTo(this._x4 = x2, this._y4 = y2);
        break;
      case 2:
        this._point = 3;
        this._x5 = x2, this._y5 = y2;
        break;
      default:
        point$1(this, x2, y2);
        break;
    }
    this._l01_a = this._l12_a, this._l12_a = this._l23_a;
    this._l01_2a = this._l12_2a, this._l12_2a = this._l23_2a;
    this._x0 = this._x1, this._x1 = this._x2, this._x2 = x2;
    this._y0 = this._y1, this._y1 = this._y2, this._y2 = y2;
  }
};
var catmullRomClosed = (function custom6(alpha) {
  function catmullRom2(context) {
    return alpha ? new CatmullRomClosed(context, alpha) : new CardinalClosed(context, 0);
  }
  catmullRom2.alpha = function(alpha2) {
    return custom6(+alpha2);
  };
  return catmullRom2;
})(0.5);
function CatmullRomOpen(context, alpha) {
  this._context = context;
  this._alpha = alpha;
}
CatmullRomOpen.prototype = {
  areaStart: function() {
    this._line = 0;
  },
  areaEnd: function() {
    this._line = NaN;
  },
  lineStart: function() {
    this._x0 = this._x1 = this._x2 = this._y0 = this._y1 = this._y2 = NaN;
    this._l01_a = this._l12_a = this._l23_a = this._l01_2a = this._l12_2a = this._l23_2a = this._point = 0;
  },
  lineEnd: function() {
    if (this._line || this._line !== 0 && this._point === 3) this._context.closePath();
    this._line = 1 - this._line;
  },
  point: function(x2, y2) {
    x2 = +x2, y2 = +y2;
    if (this._point) {
      var x23 = this._x2 - x2, y23 = this._y2 - y2;
      this._l23_a = Math.sqrt(this._l23_2a = Math.pow(x23 * x23 + y23 * y23, this._alpha));
    }
    switch (this._point) {
      case 0:
        this._point = 1;
        break;
      case 1:
        this._point = 2;
        break;
      case 2:
        this._point = 3;
        this._line ? this._context.lineTo(this._x2, this._y2) : this._context.moveTo(this._x2, this._y2);
        break;
      case 3:
        this._point = 4;
      // falls through
      default:
        point$1(this, x2, y2);
        break;
    }
    this._l01_a = this._l12_a, this._l12_a = this._l23_a;
    this._l01_2a = this._l12_2a, this._l12_2a = this._l23_2a;
    this._x0 = this._x1, this._x1 = this._x2, this._x2 = x2;
    this._y0 = this._y1, this._y1 = this._y2, this._y2 = y2;
  }
};
var catmullRomOpen = (function custom7(alpha) {
  function catmullRom2(context) {
    return alpha ? new CatmullRomOpen(context, alpha) : new CardinalOpen(context, 0);
  }
  catmullRom2.alpha = function(alpha2) {
    return custom7(+alpha2);
  };
  return catmullRom2;
})(0.5);
function LinearClosed(context) {
  this._context = context;
}
LinearClosed.prototype = {
  areaStart: noop,
  areaEnd: noop,
  lineStart: function() {
    this._point = 0;
  },
  lineEnd: function() {
    if (this._point) this._context.closePath();
  },
  point: function(x2, y2) {
    x2 = +x2, y2 = +y2;
    if (this._point) this._context.lineTo(x2, y2);
    else this._point = 1, this._context.moveTo(x2, y2);
  }
};
function sign(x2) {
  return x2 < 0 ? -1 : 1;
}
function slope3(that, x2, y2) {
  var h0 = that._x1 - that._x0, h1 = x2 - that._x1, s0 = (that._y1 - that._y0) / (h0 || h1 < 0 && -0), s1 = (y2 - that._y1) / (h1 || h0 < 0 && -0), p = (s0 * h1 + s1 * h0) / (h0 + h1);
  return (sign(s0) + sign(s1)) * Math.min(Math.abs(s0), Math.abs(s1), 0.5 * Math.abs(p)) || 0;
}
function slope2(that, t) {
  var h2 = that._x1 - that._x0;
  return h2 ? (3 * (that._y1 - that._y0) / h2 - t) / 2 : t;
}
function point(that, t02, t12) {
  var x0 = that._x0, y0 = that._y0, x1 = that._x1, y1 = that._y1, dx = (x1 - x0) / 3;
  that._context.bezierCurveTo(x0 + dx, y0 + dx * t02, x1 - dx, y1 - dx * t12, x1, y1);
}
function MonotoneX(context) {
  this._context = context;
}
MonotoneX.prototype = {
  areaStart: function() {
    this._line = 0;
  },
  areaEnd: function() {
    this._line = NaN;
  },
  lineStart: function() {
    this._x0 = this._x1 = this._y0 = this._y1 = this._t0 = NaN;
    this._point = 0;
  },
  lineEnd: function() {
    switch (this._point) {
      case 2:
        this._context.lineTo(this._x1, this._y1);
        break;
      case 3:
        point(this, this._t0, slope2(this, this._t0));
        break;
    }
    if (this._line || this._line !== 0 && this._point === 1) this._context.closePath();
    this._line = 1 - this._line;
  },
  point: function(x2, y2) {
    var t12 = NaN;
    x2 = +x2, y2 = +y2;
    if (x2 === this._x1 && y2 === this._y1) return;
    switch (this._point) {
      case 0:
        this._point = 1;
        this._line ? this._context.lineTo(x2, y2) : this._context.moveTo(x2, y2);
        break;
      case 1:
        this._point = 2;
        break;
      case 2:
        this._point = 3;
        point(this, slope2(this, t12 = slope3(this, x2, y2)), t12);
        break;
      default:
        point(this, this._t0, t12 = slope3(this, x2, y2));
        break;
    }
    this._x0 = this._x1, this._x1 = x2;
    this._y0 = this._y1, this._y1 = y2;
    this._t0 = t12;
  }
};
function MonotoneY(context) {
  this._context = new ReflectContext(context);
}
(MonotoneY.prototype = Object.create(MonotoneX.prototype)).point = function(x2, y2) {
  MonotoneX.prototype.point.call(this, y2, x2);
};
function ReflectContext(context) {
  this._context = context;
}
ReflectContext.prototype = {
  moveTo: function(x2, y2) {
    this._context.moveTo(y2, x2);
  },
  closePath: function() {
    this._context.closePath();
  },
  lineTo: function(x2, y2) {
    this._context.lineTo(y2, x2);
  },
  bezierCurveTo: function(x1, y1, x2, y2, x3, y3) {
    this._context.bezierCurveTo(y1, x1, y2, x2, y3, x3);
  }
};
function Natural(context) {
  this._context = context;
}
Natural.prototype = {
  areaStart: function() {
    this._line = 0;
  },
  areaEnd: function() {
    this._line = NaN;
  },
  lineStart: function() {
    this._x = [];
    this._y = [];
  },
  lineEnd: function() {
    var x2 = this._x, y2 = this._y, n = x2.length;
    if (n) {
      this._line ? this._context.lineTo(x2[0], y2[0]) : this._context.moveTo(x2[0], y2[0]);
      if (n === 2) {
        this._context.lineTo(x2[1], y2[1]);
      } else {
        var px = controlPoints(x2), py = controlPoints(y2);
        for (var i0 = 0, i1 = 1; i1 < n; ++i0, ++i1) {
          this._context.bezierCurveTo(px[0][i0], py[0][i0], px[1][i0], py[1][i0], x2[i1], y2[i1]);
        }
      }
    }
    if (this._line || this._line !== 0 && n === 1) this._context.closePath();
    this._line = 1 - this._line;
    this._x = this._y = null;
  },
  point: function(x2, y2) {
    this._x.push(+x2);
    this._y.push(+y2);
  }
};
function controlPoints(x2) {
  var i2, n = x2.length - 1, m, a3 = new Array(n), b2 = new Array(n), r2 = new Array(n);
  a3[0] = 0, b2[0] = 2, r2[0] = x2[0] + 2 * x2[1];
  for (i2 = 1; i2 < n - 1; ++i2) a3[i2] = 1, b2[i2] = 4, r2[i2] = 4 * x2[i2] + 2 * x2[i2 + 1];
  a3[n - 1] = 2, b2[n - 1] = 7, r2[n - 1] = 8 * x2[n - 1] + x2[n];
  for (i2 = 1; i2 < n; ++i2) m = a3[i2] / b2[i2 - 1], b2[i2] -= m, r2[i2] -= m * r2[i2 - 1];
  a3[n - 1] = r2[n - 1] / b2[n - 1];
  for (i2 = n - 2; i2 >= 0; --i2) a3[i2] = (r2[i2] - a3[i2 + 1]) / b2[i2];
  b2[n - 1] = (x2[n] + a3[n - 1]) / 2;
  for (i2 = 0; i2 < n - 1; ++i2) b2[i2] = 2 * x2[i2 + 1] - a3[i2 + 1];
  return [a3, b2];
}
function Step(context, t) {
  this._context = context;
  this._t = t;
}
Step.prototype = {
  areaStart: function() {
    this._line = 0;
  },
  areaEnd: function() {
    this._line = NaN;
  },
  lineStart: function() {
    this._x = this._y = NaN;
    this._point = 0;
  },
  lineEnd: function() {
    if (0 < this._t && this._t < 1 && this._point === 2) this._context.lineTo(this._x, this._y);
    if (this._line || this._line !== 0 && this._point === 1) this._context.closePath();
    if (this._line >= 0) this._t = 1 - this._t, this._line = 1 - this._line;
  },
  point: function(x2, y2) {
    x2 = +x2, y2 = +y2;
    switch (this._point) {
      case 0:
        this._point = 1;
        this._line ? this._context.lineTo(x2, y2) : this._context.moveTo(x2, y2);
        break;
      case 1:
        this._point = 2;
      // falls through
      default: {
        if (this._t <= 0) {
          this._context.lineTo(this._x, y2);
          this._context.lineTo(x2, y2);
        } else {
          var x1 = this._x * (1 - this._t) + x2 * this._t;
          this._context.lineTo(x1, this._y);
          this._context.lineTo(x1, y2);
        }
        break;
      }
    }
    this._x = x2, this._y = y2;
  }
};

// src/actions/kpi/render/markup.ts
var trusted = /* @__PURE__ */ Symbol("html");
function html(texts, ...values) {
  return { [trusted]: texts.map((text, index) => text + interpolate(values[index])).join("") };
}
function trust(text) {
  return { [trusted]: text };
}
function renderHtml(value2) {
  return value2[trusted];
}
function interpolate(value2) {
  if (value2 === void 0) return "";
  if (typeof value2 === "string" || typeof value2 === "number") return escapeHtml(String(value2));
  return "map" in value2 ? value2.map(renderHtml).join("") : renderHtml(value2);
}
var entities = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
function escapeHtml(text) {
  return visible(text).replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

// src/actions/kpi/render/chart.ts
var size = { width: 480, height: 180 };
var margin = { top: 12, right: 12, bottom: 26, left: 72 };
var inner = {
  left: margin.left,
  right: size.width - margin.right,
  top: margin.top,
  bottom: size.height - margin.bottom
};
var chartParts = 48;
function renderChart(row, { window, base }) {
  const now = bucketMeans(pointsOf(row.now), window, chartParts);
  const other = base ? bucketMeans(pointsOf(row.base), base.window, chartParts) : [];
  const known = [...now, ...other].flatMap((value2) => value2 ?? []);
  if (known.length === 0) return void 0;
  const y2 = linear2([Math.min(0, ...known), Math.max(row.target ?? 0, ...known) || 1], [inner.bottom, inner.top]).nice(4);
  const x2 = linear2([0, chartParts - 1], [inner.left, inner.right]);
  const path2 = line().defined((value2) => value2 !== void 0).x((_, index) => x2(index)).y((value2) => y2(value2 ?? 0)).digits(1);
  const draw = (values, kind) => html`<path class="${kind}" d="${path2([...values]) ?? ""}" />`;
  return html`<svg viewBox="0 0 ${size.width} ${size.height}" role="img" aria-label="${describe(row)}">
${y2.ticks(4).map((tick) => renderTick(tick, y2(tick), row))}
${renderTimes(window)}
${row.target === void 0 ? void 0 : html`<line class="target" x1="${inner.left}" x2="${inner.right}" y1="${y2(row.target)}" y2="${y2(row.target)}" />`}
${base && draw(other, "base")}
${draw(now, "now")}
</svg>`;
}
function renderTick(tick, y2, { kpi: { unit: unit2 } }) {
  return html`<line class="grid" x1="${inner.left}" x2="${inner.right}" y1="${y2}" y2="${y2}" />
<text x="${inner.left - 6}" y="${y2 + 4}" text-anchor="end">${amountText(tick, unit2)}</text>`;
}
function renderTimes({ from, to }) {
  const at = (date2) => date2.toISOString().slice(11, 16);
  const y2 = size.height - 8;
  return html`<text x="${inner.left}" y="${y2}">${at(from)}</text>
<text x="${inner.right}" y="${y2}" text-anchor="end">${at(to)} UTC</text>`;
}
function describe(row) {
  const { title, now, base, kpi } = row;
  const compared = base ? `, base ${valueText(base, kpi.unit)}` : "";
  return `${title}: now ${valueText(now, kpi.unit)}${compared}, target ${targetText(row)}. The values are in the table below.`;
}
function renderChartTable(row, { window, base }) {
  const parts = 12;
  const now = bucketMeans(pointsOf(row.now), window, parts);
  const other = base && bucketMeans(pointsOf(row.base), base.window, parts);
  const width = (window.to.getTime() - window.from.getTime()) / parts;
  const cell = (value2) => value2 === void 0 ? "no data" : amountText(value2, row.kpi.unit);
  const rows2 = now.map((value2, index) => {
    const start = new Date(window.from.getTime() + index * width).toISOString();
    const second = other && html`<td>${cell(other[index])}</td>`;
    return html`<tr><th scope="row">${start.slice(5, 16).replace("T", " ")}</th><td>${cell(value2)}</td>${second}</tr>`;
  });
  return html`<details><summary>Values of ${row.title}</summary><table>
<thead><tr><th scope="col">from (UTC)</th><th scope="col">now</th>${base && html`<th scope="col">base</th>`}</tr></thead>
<tbody>${rows2}</tbody></table></details>`;
}

// src/actions/kpi/render/style.ts
var style = `
:root { color-scheme: light dark; --ink: #1f2328; --paper: #fff; --soft: #59636e; --line: #d1d9e0; --now: #0969da; --base: #59636e;
  --bad: #b3261e; --good: #1a7f37; --unknown: #7a5200; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6edf3; --paper: #0d1117; --soft: #9198a1; --line: #3d444d; --now: #58a6ff;
  --base: #9198a1; --bad: #ff7b72; --good: #3fb950; --unknown: #d29922; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1.5rem 1rem; max-width: 70rem; background: var(--paper); color: var(--ink);
  font: 16px/1.5 system-ui, sans-serif; }
h1 { font-size: 1.6rem; } h2 { font-size: 1.2rem; margin-top: 2rem; }
h1, h2, p, figcaption { overflow-wrap: anywhere; } td, th { overflow-wrap: break-word; }
.soft { color: var(--soft); font-size: 0.875rem; font-weight: 400; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
th, td { text-align: left; vertical-align: top; padding: 0.4rem 0.6rem; border-bottom: 1px solid var(--line); }
.scroll > table { min-width: 44rem; }
.breach { color: var(--bad); font-weight: 600; } .met { color: var(--good); } .insufficient-data { color: var(--unknown); }
.worse { color: var(--bad); } .better { color: var(--good); }
.charts { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 24rem), 1fr)); gap: 1.5rem;
  margin-top: 1.5rem; }
figure { margin: 0; min-width: 0; break-inside: avoid; } figcaption { font-weight: 600; }
svg { display: block; width: 100%; height: auto; } svg text { fill: var(--soft); font-size: 12px; }
.grid { stroke: var(--line); } .target { stroke: var(--bad); stroke-dasharray: 6 4; }
.now, .base { fill: none; stroke-width: 2; stroke-linecap: round; stroke-linejoin: round; }
.now { stroke: var(--now); } .base { stroke: var(--base); stroke-dasharray: 2 4; }
:focus-visible { outline: 2px solid var(--now); outline-offset: 2px; }
@media print { :root { --ink: #000; --paper: #fff; --soft: #444; --line: #bbb; --now: #004a9e; --base: #555; --bad: #a00; --good: #060;
  --unknown: #630; color-scheme: light; } body { max-width: none; padding: 0; font-size: 10pt; } .scroll { overflow: visible; }
  .scroll > table { min-width: 0; } details { display: none; } }
`;

// src/actions/kpi/render/document.ts
function renderDocument(report) {
  const { subject, window, base, assessment } = report;
  const title = `KPIs of ${subject}: ${renderTitle(report)}`;
  const groups = groupRows(assessment.rows);
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${title}</title>
<style>${trust(style)}</style>
</head>
<body>
<header>
<h1>${title}</h1>
<p>${windowText(window)}${base && html`; compared with ${base.name}, ${windowText(base.window)}`}</p>
${assessment.budgets.map((budget) => html`<p>Error budget of the window. ${budgetText(budget)}</p>`)}
</header>
<main>
${groups.map((group) => renderGroup(group, report))}
<p class="soft">Samples: periods with data, and of how many values. ${base && comparisonRule}</p>
</main>
</body>
</html>
`;
  return renderHtml(page);
}
function renderGroup({ group, title, rows: rows2 }, report) {
  const id = `group-${group}`;
  const heads = ["KPI", "verdict", "now", ...report.base ? ["base", "change"] : [], "target", "samples"];
  return html`<section aria-labelledby="${id}">
<h2 id="${id}">${title}</h2>
<div class="scroll" role="region" aria-labelledby="${id}" tabindex="0"><table>
<thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>${rows2.map((row) => renderRow(row, report))}</tbody>
</table></div>
<div class="charts">${rows2.flatMap((row) => renderFigure(row, report))}</div>
</section>
`;
}
function renderRow(row, { base }) {
  const { kpi, title, now, verdict, comparison } = row;
  const reason = reasonText(row);
  const direction = comparison?.kind === "differs" ? comparison.direction : "";
  return html`<tr>
<th scope="row">${title}${kpi.alarm ? void 0 : html`<div class="soft">${kpi.about}</div>`}</th>
<td><span class="${verdict}">${verdictWords[verdict]}</span>${verdict === "breach" ? html`<div class="soft">runbook ${kpi.runbook}</div>` : void 0}
${reason === "" ? void 0 : html`<div class="soft">${reason}</div>`}</td>
<td>${valueText(now, kpi.unit)}${now.kind === "value" && now.how ? html`<div class="soft">${now.how}</div>` : void 0}</td>
${base && html`<td>${valueText(row.base, kpi.unit)}</td><td class="${direction}">${changeText(row)}</td>`}
<td>${targetText(row)}</td>
<td>${samplesText(now)}${row.base && html`<div class="soft">base ${samplesText(row.base)}</div>`}</td>
</tr>
`;
}
function renderFigure(row, report) {
  const chart = renderChart(row, report);
  if (chart === void 0) return [];
  const legend = report.base ? "solid: now, dotted: base" : "solid: now";
  const target = row.target === void 0 ? "" : ", dashed: target";
  return [
    html`<figure><figcaption>${row.title} <span class="soft">(${legend}${target})</span></figcaption>
${chart}
${renderChartTable(row, report)}</figure>
`
  ];
}

// src/actions/kpi/render/mermaid.ts
var partCounts = [24, 12, 6];
var largest = 1e15;
function renderMermaid(row, { window, base }) {
  const now = wholeSeries(pointsOf(row.now), window);
  if (now === void 0) return void 0;
  const other = base && wholeSeries(pointsOf(row.base), base.window);
  const lines = [now, ...other ? [other] : []];
  const highest = Math.max(...lines.flat(), row.target ?? 0);
  const lowest = Math.min(0, ...lines.flat());
  const minutes = Math.round((window.to.getTime() - window.from.getTime()) / 6e4);
  return [
    "```mermaid",
    "xychart-beta",
    `  title "${quotable(row.title)}${other ? ": now, and base" : ""}"`,
    `  x-axis "minutes" 0 --> ${minutes}`,
    `  y-axis "${row.kpi.unit}" ${digits(lowest)} --> ${digits(Math.max(highest * 1.1, lowest + 1e-3))}`,
    ...lines.map((values) => `  line [${values.map(digits).join(", ")}]`),
    "```"
  ].join("\n");
}
function wholeSeries(points, window) {
  for (const count2 of partCounts) {
    const means = bucketMeans(points, window, count2).flatMap((value2) => value2 ?? []);
    if (means.length === count2 && means.every((value2) => Math.abs(value2) <= largest)) return means;
  }
  return void 0;
}
function digits(value2) {
  return value2.toFixed(Math.abs(value2) >= 100 ? 0 : 4).replace(/(\.\d*?)0+$/, "$1").replace(/\.$/, "");
}
function quotable(text) {
  return text.replace(/[^\p{L}\p{N} ,.()%-]/gu, " ");
}

// src/actions/kpi/render/table.ts
var longestReason = 160;
function renderRow2(row, { window, base }) {
  const { kpi, title, now, verdict } = row;
  const reason = reasonText(row);
  const runbook = verdict === "breach" ? `<br>${inlineCode(kpi.runbook)}` : "";
  const why = reason === "" ? "" : `<br>${escapeText(shortened(reason))}`;
  const how = now.kind === "value" && now.how ? `<br>${now.how}` : "";
  const cells = [
    `**${escapeText(title)}**<br>${verdictWords[verdict]}${runbook}${why}`,
    `${escapeText(valueText(now, kpi.unit))}${how}`,
    ...base ? [escapeText(valueText(row.base, kpi.unit)), escapeText(changeText(row))] : [],
    escapeText(targetText(row)),
    sparkline(pointsOf(now), window) || "–",
    escapeText(row.base ? `${samplesText(now)} / ${samplesText(row.base)}` : samplesText(now))
  ];
  return `| ${cells.join(" | ")} |`;
}
function shortened(reason) {
  const line2 = visibleLine(reason);
  return line2.length <= longestReason ? line2 : `${[...line2].slice(0, longestReason).join("")} ...`;
}
function renderHead({ base }) {
  const heads = ["KPI", "now", ...base ? ["base", "change"] : [], "target", "trend", "samples"];
  return [heads, heads.map((_, index) => index === 0 ? "---" : "---:")].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}
function renderGroup2({ title, rows: rows2 }, report) {
  return [`#### ${title}`, "", renderHead(report), ...rows2.map((row) => renderRow2(row, report))].join("\n");
}

// src/actions/kpi/render/section.ts
var sectionBudget = 8e3;
var groupRoom = 250;
var noteRoom = 120;
var chartCount = 2;
function renderSection(report, budget = sectionBudget) {
  const head = [`### KPIs: ${renderTitle(report)}`, renderHeadline(report)].join("\n\n");
  const legend = renderLegend(report);
  const charts = renderCharts(report);
  const shown = fittingRows(report, budget - head.length - legend.length - charts.length - noteRoom);
  const omitted = report.assessment.rows.length - shown.length;
  const note = omitted === 0 ? "" : `*${omitted} omitted: they are in the summary of the run, and in its report.*`;
  return [head, ...groupRows(shown).map((group) => renderGroup2(group, report)), note, charts, legend].filter(Boolean).join("\n\n");
}
function fittingRows(report, room) {
  const shown = [];
  const groups = /* @__PURE__ */ new Set();
  let left = room;
  for (const row of report.assessment.rows) {
    left -= renderRow2(row, report).length + 1 + (groups.has(row.kpi.group) ? 0 : groupRoom);
    if (left < 0) break;
    groups.add(row.kpi.group);
    shown.push(row);
  }
  return shown;
}
function renderCharts(report) {
  const drawn = headlineRows(report).flatMap((row) => renderMermaid(row, report) ?? []);
  if (drawn.length === 0) return "";
  return ["<details><summary>Course of the headline KPIs</summary>", ...drawn, "</details>"].join("\n\n");
}
function headlineRows({ assessment }) {
  return worstFirst(assessment.rows).filter(({ now, verdict }) => verdict !== "insufficient-data" && pointsOf(now).length > 0).slice(0, chartCount);
}
function renderSummary(report) {
  return [
    `## KPIs: ${renderTitle(report)}`,
    renderHeadline(report),
    ...groupRows(report.assessment.rows).map((group) => renderGroup2(group, report)),
    renderLegend(report)
  ].join("\n\n");
}

// src/actions/kpi/places.ts
var rows = [
  { place: "load-balancer", service: "elasticloadbalancing", resource: /^loadbalancer\/(app\/[^/]+\/[^/]+)$/ },
  { place: "target-group", service: "elasticloadbalancing", resource: /^(targetgroup\/[^/]+\/[^/]+)$/ },
  { place: "cluster", service: "ecs", resource: /^service\/([^/]+)\/[^/]+$/ },
  { place: "service", service: "ecs", resource: /^service\/[^/]+\/([^/]+)$/ },
  { place: "api-stage", service: "apigateway", resource: /^\/restapis\/[^/]+\/stages\/([^/]+)$/ },
  { place: "database-cluster", service: "rds", resource: /^cluster:([^:]+)$/ },
  { place: "cache-node", service: "elasticache", resource: /^cluster:([^:]+)$/ },
  { place: "stream", service: "kinesis", resource: /^stream\/([^/]+)$/ },
  { place: "delivery-stream", service: "firehose", resource: /^deliverystream\/([^/]+)$/ },
  { place: "web-acl", service: "wafv2", resource: /^regional\/webacl\/([^/]+)\/[^/]+$/ },
  { place: "dead-letter-queue", service: "sqs", resource: /^([^:]+-dead-letters)$/ }
];
function computePlaces(resources, { region, apiName }) {
  const found = /* @__PURE__ */ new Map([["region", /* @__PURE__ */ new Set([region])]]);
  const add = (place, name) => found.set(place, (found.get(place) ?? /* @__PURE__ */ new Set()).add(name));
  for (const { arn, tags } of resources) {
    for (const [place, name] of placesOfArn(arn)) add(place, name);
    const zone = zoneOf(tags, region);
    if (zone !== void 0) add("zone", zone);
  }
  if (found.has("api-stage")) add("api-name", apiName);
  return Object.fromEntries([...found].map(([place, names]) => [place, [...names].sort()]));
}
function placesOfArn(arn) {
  const [, , service, , , ...rest] = arn.split(":");
  const resource = rest.join(":");
  return rows.flatMap((row) => {
    const name = row.service === service ? row.resource.exec(resource)?.[1] : void 0;
    return name === void 0 ? [] : [[row.place, name]];
  });
}
function zoneOf({ Tier, Name = "" }, region) {
  const zone = Name.slice(-region.length - 1);
  return Tier !== void 0 && zone.startsWith(region) && /[a-z]$/.test(zone) ? zone : void 0;
}

// src/actions/kpi/subjects.ts
async function gatherSubjects(taggedResources, { environment, pullRequest }, settings) {
  const ofEnvironment = await taggedResources.find({ Environment: [environment] });
  const host = environmentSubject(environment, ofEnvironment, settings, true);
  if (pullRequest === void 0) return { subject: host };
  const name = `pr-${pullRequest}`;
  const isolated = environmentSubject(name, await taggedResources.find({ Environment: [name] }), settings, false);
  if (isolated.layers.length > 0) return { subject: isolated, environment: host };
  return { subject: sharedSubject(name, environment, ofEnvironment, settings), environment: host };
}
function environmentSubject(name, resources, settings, isLasting) {
  const scope = scopeOf(name, settings);
  const platform = resources.filter(({ tags }) => tags.Layer === "platform");
  const service = resources.filter(({ tags }) => tags.Service === mainService);
  return {
    name,
    layers: [
      ...platform.length > 0 ? [{ layer: "platform", places: computePlaces(platform, scope), isLasting }] : [],
      // A service stands behind the load balancer, and in the zones, of its platform.
      ...service.length > 0 ? [{ layer: "service", places: computePlaces([...platform, ...service], scope), isLasting }] : []
    ]
  };
}
function sharedSubject(name, environment, resources, settings) {
  const own = resources.filter(({ tags }) => tags.Service === name);
  if (own.length === 0) return { name, layers: [] };
  const platform = resources.filter(({ tags }) => tags.Layer === "platform");
  const places = computePlaces([...platform, ...own], scopeOf(environment, settings));
  return { name, layers: [{ layer: "service", places, isLasting: false }] };
}
function scopeOf(environment, { region }) {
  return { region, apiName: prefixOf({ environment }) };
}

// src/actions/kpi/run.ts
async function runKpi(world, request) {
  refuseSenseless(request);
  const window = windowBefore(world.clock.now(), request.windowSeconds);
  const { subject, environment } = await gatherSubjects(world.taggedResources, request, world.settings);
  if (subject.layers.length === 0) return { kind: "absent", subject: subject.name };
  const { now, base } = await measure(world, subject, baseOf2(request, { subject, environment, window }), window);
  const report = {
    subject: subject.name,
    window,
    ...base && { base: { name: base.name, window: base.window } },
    runUrl: world.settings.runUrl,
    assessment: assess(now, base?.asked)
  };
  await tell(world, request, report);
  return { kind: "measured", report };
}
var shortestSeconds = 600;
var longestSeconds = 455 * 86400;
function refuseSenseless({ windowSeconds, compare: compare2, pullRequest }) {
  const reach = compare2 === "previous" ? 2 * windowSeconds : windowSeconds;
  if (windowSeconds < shortestSeconds || reach > longestSeconds) {
    throw failure({
      code: "kpi/window",
      what: "The window is shorter than ten minutes, or reaches further back than the 455 days for which CloudWatch keeps data.",
      next: "Choose another window; what is compared with the time before needs twice its length."
    });
  }
  if (compare2 === "base" && pullRequest === void 0) {
    throw failure({
      code: "kpi/nothing-to-compare",
      what: "An environment has no base to be compared with.",
      next: "Name a pull request, or compare with the time before: `compare: previous`."
    });
  }
}
function windowBefore(now, seconds) {
  const toMs = Math.floor(now.getTime() / 6e4) * 6e4 - publicationDelaySeconds * 1e3;
  return { from: new Date(toMs - seconds * 1e3), to: new Date(toMs) };
}
function baseOf2({ compare: compare2 }, { subject, environment, window }) {
  switch (compare2) {
    case "none":
      return void 0;
    case "base":
      return environment && { name: environment.name, subject: environment, window };
    case "previous": {
      const lengthMs = window.to.getTime() - window.from.getTime();
      const before = { from: new Date(window.from.getTime() - lengthMs), to: window.from };
      return { name: "the time before", subject, window: before };
    }
    default:
      return compare2;
  }
}
async function measure(world, subject, base, window) {
  const questions = layerQuestions(world, subject);
  if (base === void 0) return { now: await ask(world, [questions], window) };
  const ofBase = layerQuestions(world, base.subject);
  if (base.window === window) {
    const both = await ask(world, [questions, ofBase], window);
    const of5 = (asked) => ({ questions: asked, answers: both.answers });
    return { now: of5(questions), base: { ...base, asked: of5(ofBase) } };
  }
  const [now, before] = await Promise.all([ask(world, [questions], window), ask(world, [ofBase], base.window)]);
  return { now, base: { ...base, asked: before } };
}
function layerQuestions({ catalogue: catalogue2 }, { layers }) {
  return layers.map((layer) => questionsOf(catalogue2, layer));
}
async function ask({ metrics }, groups, window) {
  const questions = groups.flat();
  const queries = queriesOf(questions);
  return { questions, answers: answersOf(queries, await metrics.read(queries, window)) };
}
async function tell(world, { pullRequest, keepsIssue, environment }, report) {
  if (pullRequest !== void 0) {
    await attempt(
      world,
      `write the comment of #${pullRequest}`,
      () => world.comments.revise(
        pullRequest,
        pullRequestMarker,
        (current) => composeComment(current, { kpis: renderSection(report) })
      )
    );
  } else if (keepsIssue) {
    await attempt(
      world,
      "write the issue",
      () => world.issues.upsertOpen({
        marker: `kpi/${environment}`,
        title: `KPI report: ${environment}`,
        body: renderSection(report, issueBudget),
        labels: ["kpi"]
      })
    );
  }
}
var issueBudget = 6e4;

// src/actions/kpi/main.ts
await runAction(kpiContract, async ({ inputs, context, env, progress, setOutput, addSummary }) => {
  const { region, environment, compare: compare2 } = inputs;
  const client = { region, ...env.AWS_ENDPOINT_URL && { endpoint: env.AWS_ENDPOINT_URL } };
  const pullRequest = inputs["pull-request"] ?? context.event.pullRequest?.number;
  const world = {
    ...gitHubInJob(inputs, context, progress),
    metrics: openMetrics(client, systemClock),
    taggedResources: openTaggedResources(client),
    clock: systemClock,
    progress,
    catalogue,
    settings: { region, runUrl: context.runUrl }
  };
  const request = { environment, compare: compare2, windowSeconds: inputs.window, keepsIssue: inputs.issue };
  const outcome = await runKpi(world, { ...request, ...pullRequest !== void 0 && { pullRequest } });
  for (const [name, value2] of Object.entries(kpiOutputs(outcome))) setOutput(name, value2);
  if (outcome.kind === "absent") return;
  await addSummary(renderSummary(outcome.report));
  const path2 = join(await mkdtemp(join(env.RUNNER_TEMP ?? tmpdir(), "kpi-")), "kpi-report.html");
  await writeFile(path2, renderDocument(outcome.report));
  setOutput("report-path", path2);
});
