package dev.suture.cause;

import dev.suture.capture.Blobs;
import dev.suture.capture.CaptureStore;
import dev.suture.issue.IssueStore;

/// Where a bundle's captured half is read from.
public record Evidence(
    IssueStore issues, CaptureStore captures, Blobs blobs, Recordings recordings) {

  public Evidence(IssueStore issues, CaptureStore captures, Blobs blobs) {
    this(issues, captures, blobs, new Recordings(blobs));
  }
}
