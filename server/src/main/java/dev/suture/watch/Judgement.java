package dev.suture.watch;

import java.util.List;

/// A verdict with its evidence.
///
/// @param logE logarithm of the e-value against "the rate has not risen"
/// @param logPromotion logarithm of the e-value against "the rate is at the worst tolerated or
///   above"
/// @param ratio new rate over old rate, the likeliest; not a number while nothing was expected
/// @param silence logarithm of the e-value against "all that should report do"
/// @param gone confidence that the fault which a hotfix was for no longer happens, 0 to 1; not a
///   number where there is none
/// @param evidence what `logE` was after each bin; `logE` is the most of it
public record Judgement(
    Verdict verdict,
    double logE,
    double logPromotion,
    double ratio,
    double silence,
    double gone,
    List<Double> evidence) {}
