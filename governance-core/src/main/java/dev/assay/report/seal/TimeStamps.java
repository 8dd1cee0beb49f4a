package dev.assay.report.seal;

/// Says when something was there (RFC 3161).
@FunctionalInterface
public interface TimeStamps {

  /// Asks for a time stamp.
  ///
  /// @param request DER of a TimeStampReq
  /// @return DER of the TimeStampResp
  /// @throws dev.assay.common.WorkFailed when the authority does not answer
  byte[] ask(byte[] request);
}
