export { type BlandAltman, blandAltman } from "./agreement/bland-altman.ts";
export {
  type ClusteredKappa,
  freeMarginalInClusters,
  type RatedSubject,
} from "./agreement/free-marginal-in-clusters.ts";
export {
  type IntraclassCorrelation,
  type IntraclassForm,
  intraclassCorrelation,
} from "./agreement/intraclass-correlation.ts";
export { cohenKappa, type Kappa, type KappaWeights } from "./agreement/kappa.ts";
export { type RaterAgreement, type RaterKappa, raterAgreement } from "./agreement/rater-agreement.ts";
export {
  type CumulativeIncidence,
  cumulativeIncidence,
  type IncidenceAt,
  type IncidenceStep,
  type IncidenceVariance,
  incidenceAt,
} from "./competing-risks/cumulative-incidence.ts";
export {
  type FineGray,
  type FineGrayData,
  fineGray,
  type SubdistributionCoefficient,
} from "./competing-risks/fine-gray.ts";
export { type GrayTest, grayTest } from "./competing-risks/gray-test.ts";
export { type CompetingColumns, isLateOrRepeated } from "./competing-risks/incidence-tables.ts";
export { type KendallCorrelation, kendall } from "./correlation/kendall.ts";
export { type PearsonCorrelation, pearson } from "./correlation/pearson.ts";
export { type BaselineStep, baselineHazard } from "./cox/baseline-hazard.ts";
export { type Concordance, concordance } from "./cox/concordance.ts";
export { type Covariate, type CoxData, type CoxTies, dummies, levelsOf } from "./cox/cox-data.ts";
export { type ChiSquareTest, type Coefficient, type CoxFit, coxRegression } from "./cox/cox-regression.ts";
export { type FirthCoefficient, type FirthCox, firthCoxRegression } from "./cox/firth.ts";
export { type ProportionalHazardsTest, proportionalHazardsTest } from "./cox/proportional-hazards-test.ts";
export {
  devianceResiduals,
  dfbetas,
  martingaleResiduals,
  type RowValues,
  type SchoenfeldResidual,
  schoenfeldResiduals,
  scoreResiduals,
} from "./cox/residuals.ts";
export { robustScoreTest } from "./cox/robust-score.ts";
export type { TimeScale } from "./cox/time-scale.ts";
export { type Description, describe, mean, standardDeviation } from "./describe/describe.ts";
export {
  type CountedCategory,
  categoryTable,
  type Frequency,
  type FrequencyTable,
  frequencyTable,
} from "./describe/frequency-table.ts";
export { type Modes, modes, rangeWidth } from "./describe/modes.ts";
export { QUANTILE_NAMES, type QuantileType, quantile } from "./describe/quantile.ts";
export {
  type KurtosisType,
  kurtosis,
  kurtosisError,
  SHAPE_NAMES,
  type SkewnessType,
  skewness,
  skewnessError,
} from "./describe/shape.ts";
export { type SortedTally, sortedTally } from "./describe/sorted-tally.ts";
export {
  type StandardisedDifference,
  standardisedMeanDifference,
  standardisedShareDifference,
} from "./describe/standardised-difference.ts";
export { bestCutOffs, type CutOffRule } from "./diagnostics/best-cut-off.ts";
export { type AreaComparison, compareAreas, type TwoScores } from "./diagnostics/compare-areas.ts";
export {
  type Confusion,
  confusion,
  type DiagnosticAccuracy,
  diagnosticAccuracy,
  type Judged,
  type LimitType,
  type Share,
} from "./diagnostics/diagnostic-accuracy.ts";
export { type LikelihoodRatio, type LikelihoodRatios, likelihoodRatios } from "./diagnostics/likelihood-ratios.ts";
export { type PredictiveValues, predictiveValues } from "./diagnostics/predictive-values.ts";
export { type CutOff, countsAt, rocCurve, type Scored } from "./diagnostics/roc.ts";
export { type RocArea, rocArea } from "./diagnostics/roc-area.ts";
export * from "./distributions/tails.ts";
export {
  type Counted,
  type Estimate,
  estimated,
  type Interval,
  notEstimable,
  type Provenance,
  type Reason,
} from "./estimate.ts";
export type { IntervalCensored } from "./interval-censored/innermost-intervals.ts";
export { type Turnbull, turnbull, turnbullSurvival } from "./interval-censored/turnbull.ts";
export type { BinaryData } from "./logistic/binary-rows.ts";
export {
  firthLogisticRegression,
  type LogisticCoefficient,
  type LogisticRegression,
  logisticRegression,
} from "./logistic/logistic-regression.ts";
export { type AnalysisOfVariance, oneWayAnova, type WelchAnova, welchAnova } from "./means/analysis-of-variance.ts";
export {
  bartlettTest,
  type EqualVariances,
  flignerTest,
  leveneTest,
  type VarianceRatio,
  varianceRatioTest,
} from "./means/equal-variances.ts";
export { type OneSampleT, oneSampleTTest, pairedTTest } from "./means/paired-t-test.ts";
export { type PooledPair, pooledPairs } from "./means/pairwise-t-test.ts";
export { type TTest, tTest } from "./means/t-test.ts";
export { type Adjustment, adjustPValues } from "./multiplicity/adjust-p-values.ts";
export type { Alternative } from "./normality/alternative.ts";
export { type AndersonDarling, andersonDarling } from "./normality/anderson-darling.ts";
export {
  type DistanceTest,
  kolmogorovSmirnov,
  kolmogorovUpper,
  lilliefors,
  normalDistance,
} from "./normality/kolmogorov-smirnov.ts";
export { type DistanceP, kolmogorovSmirnovAgainst, type NormalCurve } from "./normality/kolmogorov-smirnov-against.ts";
export { type ShapiroWilk, shapiroWilk } from "./normality/shapiro-wilk.ts";
export { kolmogorovSmirnovTwoSample, type TwoSampleDistance } from "./normality/two-sample-distance.ts";
export {
  type AcceleratedTime,
  type AcceleratedTimeData,
  acceleratedTime,
  type TimeCoefficient,
  type TimeQuantile,
  timeQuantile,
} from "./parametric/accelerated-time.ts";
export type { TimeDistribution } from "./parametric/time-distributions.ts";
export { type BinomialTest, binomialTest } from "./proportions/binomial-test.ts";
export {
  clopperPearson,
  type ProportionLimits,
  proportion,
  wilson,
  wilsonCorrected,
} from "./proportions/limits.ts";
export { agrestiCoull, jeffreys } from "./proportions/other-limits.ts";
export { poissonRate, poissonRateRatio, type Rate, type RateRatio } from "./proportions/rates.ts";
export { type BlockedValue, type Friedman, friedmanTest } from "./ranks/friedman.ts";
export { hodgesLehmann, type Shift } from "./ranks/hodges-lehmann.ts";
export { type GroupedValue, type KruskalWallis, kruskalWallis } from "./ranks/kruskal-wallis.ts";
export { pairwiseRankSum, type RankSumPair } from "./ranks/pairwise-rank-sum.ts";
export { rankSumExact } from "./ranks/rank-sum-exact.ts";
export { rankSumPermutation } from "./ranks/rank-sum-permutation.ts";
export { type RankSum, rankSumTest, rankSumUncorrected, type TwoGroups } from "./ranks/rank-sum-test.ts";
export { type SignTest, signTest } from "./ranks/sign-test.ts";
export {
  type Pseudomedian,
  pseudomedian,
  type SignedRank,
  signedRankExact,
  signedRankTest,
} from "./ranks/signed-rank.ts";
export { type Pair, type RankCorrelation, spearman } from "./ranks/spearman.ts";
export { spearmanExact } from "./ranks/spearman-exact.ts";
export { spearmanSeries } from "./ranks/spearman-series.ts";
export {
  type MeanCumulativeFunction,
  type MeanCumulativeStep,
  meanCumulativeFunction,
  type RecurrentColumns,
} from "./recurrent/mean-cumulative-function.ts";
export { type EventHistory, type RecurrentModel, recurrentCoxData } from "./recurrent/recurrent-cox.ts";
export { type Columns, rowsFrom } from "./rows.ts";
export type { ComparisonFamily } from "./survival/comparison-weights.ts";
export type { ConfidenceType } from "./survival/confidence.ts";
export {
  type HazardStep,
  type HazardTies,
  type HazardVariance,
  type NelsonAalen,
  nelsonAalen,
} from "./survival/cumulative-hazard.ts";
export {
  type EventTable,
  type EventTables,
  type EventTime,
  eventTable,
  eventTables,
  type SurvivalData,
} from "./survival/event-table.ts";
export type {
  FollowUp,
  FollowUpColumns,
  GroupedColumns,
  GroupedFollowUp,
  StratifiedColumns,
  StratifiedFollowUp,
} from "./survival/follow-up.ts";
export {
  type CurveColumns,
  type CurveVariance,
  type KaplanMeier,
  kaplanMeier,
  kaplanMeierByGroup,
  type Step,
} from "./survival/kaplan-meier.ts";
export { type Landmarked, landmark } from "./survival/landmark.ts";
export {
  type LogRank,
  type LogRankPair,
  type LogRankTrend,
  logRankTest,
  logRankTrend,
  pairwiseLogRank,
  stratifiedLogRankTest,
  weightedLogRankTest,
} from "./survival/log-rank-test.ts";
export {
  type MeanSurvivalDifference,
  type MeanSurvivalTime,
  meanSurvivalDifference,
  meanSurvivalTime,
} from "./survival/mean-survival-time.ts";
export { settledTimes } from "./survival/near-ties.ts";
export { medianFollowUp, reverseKaplanMeier } from "./survival/reverse-kaplan-meier.ts";
export { type RiskTableColumn, riskTableAt } from "./survival/risk-table.ts";
export { type SubjectCurve, type SubjectCurves, subjectCurves } from "./survival/subject-curves.ts";
export type { SubjectColumns } from "./survival/subject-rows.ts";
export { carriedSurvivalAt, type SurvivalAt, survivalAt } from "./survival/survival-at.ts";
export { type FlatRule, type SurvivalQuantile, survivalQuantile } from "./survival/survival-quantile.ts";
export { type ConditionalOddsRatio, conditionalOddsRatio } from "./tables/conditional-odds-ratio.ts";
export { type Effect, numberNeeded, oddsRatioWoolf, riskDifference, riskRatio } from "./tables/effects.ts";
export { fisherExact } from "./tables/fisher-exact.ts";
export { fisherExactTable, type TableFisher } from "./tables/fisher-exact-table.ts";
export { fisherSimulated, type SimulatedFisher } from "./tables/fisher-simulated.ts";
export {
  cochranArmitage,
  linearByLinear,
  linearByLinearTable,
  mantelHaenszel,
  mcnemarTest,
  type ScoredGroup,
  type StratifiedOdds,
  type Trend,
} from "./tables/paired-and-stratified.ts";
export { bowkerTest, pairedDifference, pairedDifferenceWald, pairedOddsRatio } from "./tables/paired-shares.ts";
export { type CountTable, chiSquareTable, type TableChiSquare } from "./tables/row-by-column.ts";
export { type ChiSquare, chiSquare, oddsRatio, type TwoByTwo } from "./tables/two-by-two.ts";
