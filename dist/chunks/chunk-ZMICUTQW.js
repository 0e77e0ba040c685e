import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  guarded
} from "./chunk-XVITBZA2.js";
import {
  defaultProvider,
  explain,
  mostAttempts,
  nameOf,
  persistentEach
} from "./chunk-XSWGJYED.js";
import {
  AwsJson1_1Protocol,
  AwsSdkSigV4Signer,
  NODE_AUTH_SCHEME_PREFERENCE_OPTIONS,
  resolveAwsSdkSigV4Config
} from "./chunk-HBTZUIIR.js";
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
  customEndpointFunctions,
  decideEndpoint,
  emitWarningIfUnsupportedVersion,
  emitWarningIfUnsupportedVersion2,
  getAwsRegionExtensionConfiguration,
  getDefaultExtensionConfiguration,
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

// node_modules/@aws-sdk/client-resource-groups-tagging-api/dist-es/auth/httpAuthSchemeProvider.js
var defaultResourceGroupsTaggingAPIHttpAuthSchemeParametersProvider = async (config, context, input) => {
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
      name: "tagging",
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
var defaultResourceGroupsTaggingAPIHttpAuthSchemeProvider = (authParameters) => {
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

// node_modules/@aws-sdk/client-resource-groups-tagging-api/dist-es/endpoint/EndpointParameters.js
var resolveClientEndpointParameters = (options) => {
  return Object.assign(options, {
    useDualstackEndpoint: options.useDualstackEndpoint ?? false,
    useFipsEndpoint: options.useFipsEndpoint ?? false,
    defaultSigningName: "tagging"
  });
};
var commonParams = {
  UseFIPS: { type: "builtInParams", name: "useFipsEndpoint" },
  Endpoint: { type: "builtInParams", name: "endpoint" },
  Region: { type: "builtInParams", name: "region" },
  UseDualStack: { type: "builtInParams", name: "useDualstackEndpoint" }
};

// node_modules/@aws-sdk/client-resource-groups-tagging-api/package.json
var package_default = {
  name: "@aws-sdk/client-resource-groups-tagging-api",
  version: "3.1142.0",
  description: "AWS SDK for JavaScript Resource Groups Tagging Api Client for Node.js, Browser and React Native",
  homepage: "https://github.com/aws/aws-sdk-js-v3/tree/main/clients/client-resource-groups-tagging-api",
  license: "Apache-2.0",
  author: {
    name: "AWS SDK for JavaScript Team",
    url: "https://aws.amazon.com/sdk-for-javascript/"
  },
  repository: {
    type: "git",
    url: "https://github.com/aws/aws-sdk-js-v3.git",
    directory: "clients/client-resource-groups-tagging-api"
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

// node_modules/@aws-sdk/client-resource-groups-tagging-api/dist-es/endpoint/bdd.js
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
    [e, [{ fn: f, argv: [h, "supportsDualStack"] }, b]],
    [e, [{ fn: f, argv: [h, "supportsFIPS"] }, b]]
  ],
  results: [
    [a],
    [a, "Invalid Configuration: FIPS and custom endpoint are not supported"],
    [a, "Invalid Configuration: Dualstack and custom endpoint are not supported"],
    [g, i],
    ["https://tagging-fips.{Region}.{PartitionResult#dualStackDnsSuffix}", i],
    [a, "FIPS and DualStack are enabled, but this partition does not support one or both"],
    ["https://tagging-fips.{Region}.{PartitionResult#dnsSuffix}", i],
    [a, "FIPS is enabled but this partition does not support FIPS"],
    ["https://tagging.{Region}.{PartitionResult#dualStackDnsSuffix}", i],
    [a, "DualStack is enabled but this partition does not support DualStack"],
    ["https://tagging.{Region}.{PartitionResult#dnsSuffix}", i],
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
  12,
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
  r + 10,
  5,
  r + 8,
  r + 9,
  4,
  10,
  9,
  6,
  r + 6,
  r + 7,
  5,
  11,
  r + 5,
  6,
  r + 4,
  r + 5,
  3,
  r + 1,
  13,
  4,
  r + 2,
  r + 3
]);
var bdd = BinaryDecisionDiagram.from(nodes, root, _data.conditions, _data.results);

// node_modules/@aws-sdk/client-resource-groups-tagging-api/dist-es/endpoint/endpointResolver.js
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

// node_modules/@aws-sdk/client-resource-groups-tagging-api/dist-es/models/ResourceGroupsTaggingAPIServiceException.js
var ResourceGroupsTaggingAPIServiceException = class _ResourceGroupsTaggingAPIServiceException extends ServiceException {
  constructor(options) {
    super(options);
    Object.setPrototypeOf(this, _ResourceGroupsTaggingAPIServiceException.prototype);
  }
};

// node_modules/@aws-sdk/client-resource-groups-tagging-api/dist-es/models/errors.js
var ConcurrentModificationException = class _ConcurrentModificationException extends ResourceGroupsTaggingAPIServiceException {
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
var ConstraintViolationException = class _ConstraintViolationException extends ResourceGroupsTaggingAPIServiceException {
  name = "ConstraintViolationException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "ConstraintViolationException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _ConstraintViolationException.prototype);
    this.Message = opts.Message;
  }
};
var InternalServiceException = class _InternalServiceException extends ResourceGroupsTaggingAPIServiceException {
  name = "InternalServiceException";
  $fault = "server";
  Message;
  constructor(opts) {
    super({
      name: "InternalServiceException",
      $fault: "server",
      ...opts
    });
    Object.setPrototypeOf(this, _InternalServiceException.prototype);
    this.Message = opts.Message;
  }
};
var InvalidParameterException = class _InvalidParameterException extends ResourceGroupsTaggingAPIServiceException {
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
var ThrottledException = class _ThrottledException extends ResourceGroupsTaggingAPIServiceException {
  name = "ThrottledException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "ThrottledException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _ThrottledException.prototype);
    this.Message = opts.Message;
  }
};
var PaginationTokenExpiredException = class _PaginationTokenExpiredException extends ResourceGroupsTaggingAPIServiceException {
  name = "PaginationTokenExpiredException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "PaginationTokenExpiredException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _PaginationTokenExpiredException.prototype);
    this.Message = opts.Message;
  }
};

// node_modules/@aws-sdk/client-resource-groups-tagging-api/dist-es/schemas/schemas_0.js
var _CD = "ComplianceDetails";
var _CFRT = "CloudFormationResourceTypes";
var _CME = "ConcurrentModificationException";
var _CS = "ComplianceStatus";
var _CVE = "ConstraintViolationException";
var _DRC = "DescribeReportCreation";
var _DRCI = "DescribeReportCreationInput";
var _DRCO = "DescribeReportCreationOutput";
var _EC = "ErrorCode";
var _ECR = "ExcludeCompliantResources";
var _EM = "ErrorMessage";
var _FI = "FailureInfo";
var _FRM = "FailedResourcesMap";
var _GB = "GroupBy";
var _GCS = "GetComplianceSummary";
var _GCSI = "GetComplianceSummaryInput";
var _GCSO = "GetComplianceSummaryOutput";
var _GR = "GetResources";
var _GRI = "GetResourcesInput";
var _GRO = "GetResourcesOutput";
var _GTK = "GetTagKeys";
var _GTKI = "GetTagKeysInput";
var _GTKO = "GetTagKeysOutput";
var _GTV = "GetTagValues";
var _GTVI = "GetTagValuesInput";
var _GTVO = "GetTagValuesOutput";
var _ICD = "IncludeComplianceDetails";
var _IPE = "InvalidParameterException";
var _ISE = "InternalServiceException";
var _K = "Key";
var _KWNV = "KeysWithNoncompliantValues";
var _LRT = "ListRequiredTags";
var _LRTI = "ListRequiredTagsInput";
var _LRTO = "ListRequiredTagsOutput";
var _LU = "LastUpdated";
var _M = "Message";
var _MR = "MaxResults";
var _MTK = "MissingTagKeys";
var _NCR = "NonCompliantResources";
var _NK = "NoncompliantKeys";
var _NT = "NextToken";
var _PT = "PaginationToken";
var _PTEE = "PaginationTokenExpiredException";
var _R = "Region";
var _RARN = "ResourceARN";
var _RARNL = "ResourceARNList";
var _RF = "RegionFilters";
var _RPP = "ResourcesPerPage";
var _RT = "RequiredTags";
var _RTF = "ResourceTypeFilters";
var _RTFLRT = "RequiredTagsForListRequiredTags";
var _RTK = "ReportingTagKeys";
var _RTM = "ResourceTagMapping";
var _RTML = "ResourceTagMappingList";
var _RTe = "RequiredTag";
var _RTes = "ResourceType";
var _S = "Status";
var _SB = "S3Bucket";
var _SC = "StatusCode";
var _SD = "StartDate";
var _SL = "S3Location";
var _SLu = "SummaryList";
var _SRC = "StartReportCreation";
var _SRCI = "StartReportCreationInput";
var _SRCO = "StartReportCreationOutput";
var _Su = "Summary";
var _T = "Tags";
var _TE = "ThrottledException";
var _TF = "TagFilters";
var _TFL = "TagFilterList";
var _TFa = "TagFilter";
var _TI = "TargetId";
var _TIF = "TargetIdFilters";
var _TIT = "TargetIdType";
var _TK = "TagKeys";
var _TKF = "TagKeyFilters";
var _TL = "TagList";
var _TPP = "TagsPerPage";
var _TR = "TagResources";
var _TRI = "TagResourcesInput";
var _TRO = "TagResourcesOutput";
var _TV = "TagValues";
var _Ta = "Tag";
var _UR = "UntagResources";
var _URI = "UntagResourcesInput";
var _URO = "UntagResourcesOutput";
var _V = "Value";
var _Va = "Values";
var _c = "client";
var _e = "error";
var _h = "http";
var _s = "smithy.ts.sdk.synthetic.com.amazonaws.resourcegroupstaggingapi";
var _se = "server";
var n0 = "com.amazonaws.resourcegroupstaggingapi";
var _s_registry = new TypeRegistry(_s);
var ResourceGroupsTaggingAPIServiceException$ = [-3, _s, "ResourceGroupsTaggingAPIServiceException", 0, [], []];
_s_registry.registerError(ResourceGroupsTaggingAPIServiceException$, ResourceGroupsTaggingAPIServiceException);
var n0_registry = new TypeRegistry(n0);
var ConcurrentModificationException$ = [
  -3,
  n0,
  _CME,
  { [_e]: _c },
  [_M],
  [0]
];
n0_registry.registerError(ConcurrentModificationException$, ConcurrentModificationException);
var ConstraintViolationException$ = [
  -3,
  n0,
  _CVE,
  { [_e]: _c },
  [_M],
  [0]
];
n0_registry.registerError(ConstraintViolationException$, ConstraintViolationException);
var InternalServiceException$ = [
  -3,
  n0,
  _ISE,
  { [_e]: _se },
  [_M],
  [0]
];
n0_registry.registerError(InternalServiceException$, InternalServiceException);
var InvalidParameterException$ = [
  -3,
  n0,
  _IPE,
  { [_e]: _c },
  [_M],
  [0]
];
n0_registry.registerError(InvalidParameterException$, InvalidParameterException);
var PaginationTokenExpiredException$ = [
  -3,
  n0,
  _PTEE,
  { [_e]: _c },
  [_M],
  [0]
];
n0_registry.registerError(PaginationTokenExpiredException$, PaginationTokenExpiredException);
var ThrottledException$ = [
  -3,
  n0,
  _TE,
  { [_e]: _c },
  [_M],
  [0]
];
n0_registry.registerError(ThrottledException$, ThrottledException);
var errorTypeRegistries = [
  _s_registry,
  n0_registry
];
var ComplianceDetails$ = [
  3,
  n0,
  _CD,
  0,
  [_NK, _KWNV, _MTK, _CS],
  [64 | 0, 64 | 0, 64 | 0, 2]
];
var DescribeReportCreationInput$ = [
  3,
  n0,
  _DRCI,
  0,
  [],
  []
];
var DescribeReportCreationOutput$ = [
  3,
  n0,
  _DRCO,
  0,
  [_S, _SL, _SD, _EM],
  [0, 0, 0, 0]
];
var FailureInfo$ = [
  3,
  n0,
  _FI,
  0,
  [_SC, _EC, _EM],
  [1, 0, 0]
];
var GetComplianceSummaryInput$ = [
  3,
  n0,
  _GCSI,
  0,
  [_TIF, _RF, _RTF, _TKF, _GB, _MR, _PT],
  [64 | 0, 64 | 0, 64 | 0, 64 | 0, 64 | 0, 1, 0]
];
var GetComplianceSummaryOutput$ = [
  3,
  n0,
  _GCSO,
  0,
  [_SLu, _PT],
  [() => SummaryList, 0]
];
var GetResourcesInput$ = [
  3,
  n0,
  _GRI,
  0,
  [_PT, _TF, _RPP, _TPP, _RTF, _ICD, _ECR, _RARNL],
  [0, () => TagFilterList, 1, 1, 64 | 0, 2, 2, 64 | 0]
];
var GetResourcesOutput$ = [
  3,
  n0,
  _GRO,
  0,
  [_PT, _RTML],
  [0, () => ResourceTagMappingList]
];
var GetTagKeysInput$ = [
  3,
  n0,
  _GTKI,
  0,
  [_PT],
  [0]
];
var GetTagKeysOutput$ = [
  3,
  n0,
  _GTKO,
  0,
  [_PT, _TK],
  [0, 64 | 0]
];
var GetTagValuesInput$ = [
  3,
  n0,
  _GTVI,
  0,
  [_K, _PT],
  [0, 0],
  1
];
var GetTagValuesOutput$ = [
  3,
  n0,
  _GTVO,
  0,
  [_PT, _TV],
  [0, 64 | 0]
];
var ListRequiredTagsInput$ = [
  3,
  n0,
  _LRTI,
  0,
  [_NT, _MR],
  [0, 1]
];
var ListRequiredTagsOutput$ = [
  3,
  n0,
  _LRTO,
  0,
  [_RT, _NT],
  [() => RequiredTagsForListRequiredTags, 0]
];
var RequiredTag$ = [
  3,
  n0,
  _RTe,
  0,
  [_RTes, _CFRT, _RTK],
  [0, 64 | 0, 64 | 0]
];
var ResourceTagMapping$ = [
  3,
  n0,
  _RTM,
  0,
  [_RARN, _T, _CD],
  [0, () => TagList, () => ComplianceDetails$]
];
var StartReportCreationInput$ = [
  3,
  n0,
  _SRCI,
  0,
  [_SB],
  [0],
  1
];
var StartReportCreationOutput$ = [
  3,
  n0,
  _SRCO,
  0,
  [],
  []
];
var Summary$ = [
  3,
  n0,
  _Su,
  0,
  [_LU, _TI, _TIT, _R, _RTes, _NCR],
  [0, 0, 0, 0, 0, 1]
];
var Tag$ = [
  3,
  n0,
  _Ta,
  0,
  [_K, _V],
  [0, 0],
  2
];
var TagFilter$ = [
  3,
  n0,
  _TFa,
  0,
  [_K, _Va],
  [0, 64 | 0]
];
var TagResourcesInput$ = [
  3,
  n0,
  _TRI,
  0,
  [_RARNL, _T],
  [64 | 0, 128 | 0],
  2
];
var TagResourcesOutput$ = [
  3,
  n0,
  _TRO,
  0,
  [_FRM],
  [() => FailedResourcesMap]
];
var UntagResourcesInput$ = [
  3,
  n0,
  _URI,
  0,
  [_RARNL, _TK],
  [64 | 0, 64 | 0],
  2
];
var UntagResourcesOutput$ = [
  3,
  n0,
  _URO,
  0,
  [_FRM],
  [() => FailedResourcesMap]
];
var CloudFormationResourceTypes = 64 | 0;
var GroupBy = 64 | 0;
var RegionFilterList = 64 | 0;
var ReportingTagKeys = 64 | 0;
var RequiredTagsForListRequiredTags = [
  1,
  n0,
  _RTFLRT,
  0,
  () => RequiredTag$
];
var ResourceARNListForGet = 64 | 0;
var ResourceARNListForTagUntag = 64 | 0;
var ResourceTagMappingList = [
  1,
  n0,
  _RTML,
  0,
  () => ResourceTagMapping$
];
var ResourceTypeFilterList = 64 | 0;
var SummaryList = [
  1,
  n0,
  _SLu,
  0,
  () => Summary$
];
var TagFilterList = [
  1,
  n0,
  _TFL,
  0,
  () => TagFilter$
];
var TagKeyFilterList = 64 | 0;
var TagKeyList = 64 | 0;
var TagKeyListForUntag = 64 | 0;
var TagList = [
  1,
  n0,
  _TL,
  0,
  () => Tag$
];
var TagValueList = 64 | 0;
var TagValuesOutputList = 64 | 0;
var TargetIdFilterList = 64 | 0;
var FailedResourcesMap = [
  2,
  n0,
  _FRM,
  0,
  0,
  () => FailureInfo$
];
var TagMap = 128 | 0;
var DescribeReportCreation$ = [
  9,
  n0,
  _DRC,
  { [_h]: ["POST", "/DescribeReportCreation", 200] },
  () => DescribeReportCreationInput$,
  () => DescribeReportCreationOutput$
];
var GetComplianceSummary$ = [
  9,
  n0,
  _GCS,
  { [_h]: ["POST", "/GetComplianceSummary", 200] },
  () => GetComplianceSummaryInput$,
  () => GetComplianceSummaryOutput$
];
var GetResources$ = [
  9,
  n0,
  _GR,
  { [_h]: ["POST", "/GetResources", 200] },
  () => GetResourcesInput$,
  () => GetResourcesOutput$
];
var GetTagKeys$ = [
  9,
  n0,
  _GTK,
  { [_h]: ["POST", "/GetTagKeys", 200] },
  () => GetTagKeysInput$,
  () => GetTagKeysOutput$
];
var GetTagValues$ = [
  9,
  n0,
  _GTV,
  { [_h]: ["POST", "/GetTagValues", 200] },
  () => GetTagValuesInput$,
  () => GetTagValuesOutput$
];
var ListRequiredTags$ = [
  9,
  n0,
  _LRT,
  { [_h]: ["POST", "/ListRequiredTags", 200] },
  () => ListRequiredTagsInput$,
  () => ListRequiredTagsOutput$
];
var StartReportCreation$ = [
  9,
  n0,
  _SRC,
  { [_h]: ["POST", "/StartReportCreation", 200] },
  () => StartReportCreationInput$,
  () => StartReportCreationOutput$
];
var TagResources$ = [
  9,
  n0,
  _TR,
  { [_h]: ["POST", "/TagResources", 200] },
  () => TagResourcesInput$,
  () => TagResourcesOutput$
];
var UntagResources$ = [
  9,
  n0,
  _UR,
  { [_h]: ["POST", "/UntagResources", 200] },
  () => UntagResourcesInput$,
  () => UntagResourcesOutput$
];

// node_modules/@aws-sdk/client-resource-groups-tagging-api/dist-es/runtimeConfig.shared.js
var getRuntimeConfig = (config) => {
  return {
    apiVersion: "2017-01-26",
    base64Decoder: config?.base64Decoder ?? fromBase64,
    base64Encoder: config?.base64Encoder ?? toBase64,
    disableHostPrefix: config?.disableHostPrefix ?? false,
    endpointProvider: config?.endpointProvider ?? defaultEndpointResolver,
    extensions: config?.extensions ?? [],
    httpAuthSchemeProvider: config?.httpAuthSchemeProvider ?? defaultResourceGroupsTaggingAPIHttpAuthSchemeProvider,
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
      defaultNamespace: "com.amazonaws.resourcegroupstaggingapi",
      errorTypeRegistries,
      version: "2017-01-26",
      serviceTarget: "ResourceGroupsTaggingAPI_20170126"
    },
    serviceId: config?.serviceId ?? "Resource Groups Tagging API",
    sha256: config?.sha256 ?? Sha256Node,
    urlParser: config?.urlParser ?? parseUrl,
    utf8Decoder: config?.utf8Decoder ?? fromUtf8,
    utf8Encoder: config?.utf8Encoder ?? toUtf8
  };
};

// node_modules/@aws-sdk/client-resource-groups-tagging-api/dist-es/runtimeConfig.js
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

// node_modules/@aws-sdk/client-resource-groups-tagging-api/dist-es/auth/httpAuthExtensionConfiguration.js
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

// node_modules/@aws-sdk/client-resource-groups-tagging-api/dist-es/runtimeExtensions.js
var resolveRuntimeExtensions = (runtimeConfig, extensions) => {
  const extensionConfiguration = Object.assign(getAwsRegionExtensionConfiguration(runtimeConfig), getDefaultExtensionConfiguration(runtimeConfig), getHttpHandlerExtensionConfiguration(runtimeConfig), getHttpAuthExtensionConfiguration(runtimeConfig));
  extensions.forEach((extension) => extension.configure(extensionConfiguration));
  return Object.assign(runtimeConfig, resolveAwsRegionExtensionConfiguration(extensionConfiguration), resolveDefaultRuntimeConfig(extensionConfiguration), resolveHttpHandlerRuntimeConfig(extensionConfiguration), resolveHttpAuthRuntimeConfig(extensionConfiguration));
};

// node_modules/@aws-sdk/client-resource-groups-tagging-api/dist-es/ResourceGroupsTaggingAPIClient.js
var ResourceGroupsTaggingAPIClient = class extends Client {
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
      httpAuthSchemeParametersProvider: defaultResourceGroupsTaggingAPIHttpAuthSchemeParametersProvider,
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

// node_modules/@aws-sdk/client-resource-groups-tagging-api/dist-es/commandBuilder.js
var command = makeBuilder(commonParams, "ResourceGroupsTaggingAPI_20170126", "ResourceGroupsTaggingAPIClient", getEndpointPlugin);
var _ep0 = {};
var _mw0 = (Command, cs, config, o) => [];

// node_modules/@aws-sdk/client-resource-groups-tagging-api/dist-es/commands/GetResourcesCommand.js
var GetResourcesCommand = class extends command(_ep0, _mw0, "GetResources", GetResources$) {
};

// src/adapters/aws/tagged-resources.ts
var mostResourcesPerPage = 100;
function openTaggedResources(config) {
  const client = guarded(new ResourceGroupsTaggingAPIClient({ ...config, ...persistentEach }), "tag", config);
  return {
    find: async (filters) => {
      const TagFilters = Object.entries(filters).map(([Key, Values]) => ({ Key, Values: [...Values] }));
      try {
        return await findFresh(client, TagFilters);
      } catch (error) {
        throw explain({ what: "look for tagged resources", permission: "tag:GetResources" }, error);
      }
    }
  };
}
async function findFresh(client, filters) {
  for (let tries = 1; ; tries += 1) {
    try {
      return await findAll(client, filters);
    } catch (error) {
      if (tries === mostAttempts || nameOf(error) !== "PaginationTokenExpiredException") throw error;
    }
  }
}
async function findAll(client, TagFilters) {
  const found = [];
  let PaginationToken;
  do {
    const ResourcesPerPage = mostResourcesPerPage;
    const request = new GetResourcesCommand({ TagFilters, ResourcesPerPage, ...PaginationToken && { PaginationToken } });
    const page = await client.send(request);
    for (const { ResourceARN, Tags = [] } of page.ResourceTagMappingList ?? []) {
      if (ResourceARN)
        found.push({ arn: ResourceARN, tags: Object.fromEntries(Tags.map(({ Key, Value }) => [Key, Value ?? ""])) });
    }
    PaginationToken = page.PaginationToken;
  } while (PaginationToken);
  return found;
}

export {
  openTaggedResources
};
