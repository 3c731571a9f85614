import { Navigate } from "@tanstack/react-router";
import { may, useMe } from "../api/me.ts";

/** Where a person arrives: the children, or for those who read no charts the first entry of their menu. */
export function FirstPage() {
  return <Navigate to={may(useMe(), "chart read") ? "/patients" : "/administration"} replace />;
}
