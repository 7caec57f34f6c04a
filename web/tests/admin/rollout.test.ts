import { describe, expect, it } from "vitest";
import { nextShare, withShare } from "../../src/admin/rollout.ts";

const passed = { suite: "core", passed: 10, total: 10, ran_at: "2026-11-01T00:00:00Z" };
const versions = [
  { name: "v1", weight: 0.25, is_default: false },
  { name: "v2", weight: 0.75, is_default: true },
  { name: "v3", weight: 0, is_default: false },
];

describe("a version's next share", () => {
  it("is nothing without a suite that passed whole", () => {
    expect(nextShare(0, [])).toBeNull();
    expect(nextShare(0, [passed, { ...passed, passed: 9 }])).toBeNull();
  });
  it("grows from a tenth to half to all", () => {
    expect([0, 0.1, 0.5, 1].map((weight) => nextShare(weight, [passed]))).toEqual([0.1, 0.5, 1, null]);
  });
});

describe("shares", () => {
  it("leave the others in their proportions", () => {
    expect(withShare(versions, "v3", 0.2)).toEqual({ v3: 0.2, v1: 0.2, v2: 0.6000000000000001 });
  });
  it("are all of one version where it gets all", () => {
    expect(withShare(versions, "v3", 1)).toEqual({ v3: 1 });
  });
  it("fall back to the default where the only one with a share gives it up", () => {
    const only = [
      { ...versions[2], name: "v3", weight: 1, is_default: false },
      { name: "v2", weight: 0, is_default: true },
    ];
    expect(withShare(only, "v3", 0)).toEqual({ v2: 1 });
  });
});
