/**
 * What a newsroom may say about how it works, by what the settings call it, and the property of schema.org's
 * `NewsMediaOrganization` that each is.
 */
export const POLICIES = {
  corrections: "correctionsPolicy",
  ethics: "ethicsPolicy",
  principles: "publishingPrinciples",
  factChecking: "verificationFactCheckingPolicy",
  unnamedSources: "unnamedSourcesPolicy",
  bylines: "noBylinesPolicy",
  feedback: "actionableFeedbackPolicy",
  mission: "missionCoveragePrioritiesPolicy",
  masthead: "masthead",
  ownership: "ownershipFundingInfo",
  diversity: "diversityPolicy",
  diversityReport: "diversityStaffingReport",
} as const;

export type PolicyName = keyof typeof POLICIES;

export const POLICY_NAMES = Object.keys(POLICIES) as PolicyName[]; // those of the table, as its type says
