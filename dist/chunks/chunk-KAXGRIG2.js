import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  instantOf,
  openSignedJson,
  pagesOf
} from "./chunk-V3KIH4LE.js";
import {
  everyPage
} from "./chunk-2TWVQLQY.js";
import {
  asking,
  askingFor
} from "./chunk-TDX7Z4V6.js";
import {
  nameOf
} from "./chunk-XSWGJYED.js";

// src/adapters/aws/zonal-shifts.ts
function openZonalShifts(config) {
  const ask = openSignedJson({ ...config, service: "arc-zonal-shift" });
  return {
    shiftable: () => asking({ what: "list what can be shifted", permission: "arc-zonal-shift:ListManagedResources" }, () => {
      const query = { maxResults: "100" };
      const request = { call: "ListManagedResources", method: "GET", path: "/managedresources", query };
      return everyPage(pagesOf(ask, request), ({ items = [] }) => items.map(resourceOf));
    }),
    start: async ({ resource, awayFrom, seconds, comment }) => {
      const attempt = { what: `move traffic away from ${awayFrom}`, permission: "arc-zonal-shift:StartZonalShift" };
      const body = { resourceIdentifier: resource, awayFrom, expiresIn: `${Math.ceil(seconds / 60)}m`, comment };
      await asking(attempt, () => ask({ call: "StartZonalShift", method: "POST", path: "/zonalshifts", body }));
    },
    active: () => asking({ what: "list zonal shifts", permission: "arc-zonal-shift:ListZonalShifts" }, () => {
      const request = {
        call: "ListZonalShifts",
        method: "GET",
        path: "/zonalshifts",
        query: { status: "ACTIVE", maxResults: "100" }
      };
      return everyPage(pagesOf(ask, request), ({ items = [] }) => items.map(shiftOf));
    }),
    cancel: async (id) => {
      const attempt = { what: `end the zonal shift ${id}`, permission: "arc-zonal-shift:CancelZonalShift" };
      await askingFor(
        attempt,
        isOver,
        () => ask({ call: "CancelZonalShift", method: "DELETE", path: `/zonalshifts/${encodeURIComponent(id)}` })
      );
    }
  };
}
var resourceOf = ({ arn = "", name = "" }) => {
  return { arn, name };
};
function shiftOf(shift) {
  return {
    id: shift.zonalShiftId ?? "",
    resource: shift.resourceIdentifier ?? "",
    awayFrom: shift.awayFrom ?? "",
    comment: shift.comment ?? "",
    startedAt: instantOf(shift.startTime),
    expiresAt: instantOf(shift.expiryTime)
  };
}
function isOver(error) {
  return nameOf(error) === "ResourceNotFoundException" || error?.reason === "ZonalShiftStatusNotActive";
}

export {
  openZonalShifts
};
