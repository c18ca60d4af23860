DROP INDEX "throughline"."claims_self";
