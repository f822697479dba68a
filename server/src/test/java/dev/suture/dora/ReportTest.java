package dev.suture.dora;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.suture.deploy.Deployment.Kind;
import dev.suture.dora.Compatibility.Count;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Two weeks of a shop whose figures can be found with pencil and paper.
class ReportTest {
  private static final Window TWO_WEEKS =
      new Window(Histories.hour(0), Histories.hour(336), Window.Step.week);

  /// Eight deployments; 2 is rolled back after 3 hours, 4 is mended after 5 hours by a hotfix, the
  /// last one is still under watch; 7 failed and is open since 40 hours.
  private static History shop() {
    return new Histories()
        .deployed("1", 10, Kind.normal)
        .deployed("2", 34, Kind.normal)
        .deployed("1", 37, Kind.rollback)
        .deployed("4", 60, Kind.normal)
        .deployed("4.1", 65, Kind.hotfix)
        .deployed("6", 200, Kind.normal)
        .deployed("7", 280, Kind.normal)
        .deployed("8", 315, Kind.normal)
        .declared("hotfix-shop-1", "4", 61, 5L)
        .said(7, true, 281, null)
        .changed(1, 8)
        .changed(2, 30)
        .changed(4, 48)
        .changed(6, 190)
        .changed(7, 276)
        .changed(8, 307)
        .until(320);
  }

  @Test
  void theFiveFiguresAreThoseOfPencilAndPaper() {
    Figures figures = Report.of(List.of(shop()), TWO_WEEKS).whole();
    // Waits of 2, 4, 12, 10, 4 and 8 hours: the middle ones are 4 and 8.
    assertThat(figures.leadTime().n()).isEqualTo(6);
    assertThat(figures.leadTime().median()).isEqualTo(6 * 3600.0);
    assertThat(figures.leadTime().interval())
        .isEqualTo(new Statistics.Interval(2 * 3600.0, 12 * 3600.0));
    assertThat(figures.frequency().n()).isEqualTo(8);
    assertThat(figures.frequency().perDay()).isCloseTo(8.0 / 14, within(1e-12));
    assertThat(figures.frequency().activeDays()).isEqualTo(6);
    // Seven are settled, one of them is a rollback: 2, 4 and 7 of six failed.
    assertThat(figures.changeFail().hits()).isEqualTo(3);
    assertThat(figures.changeFail().n()).isEqualTo(6);
    assertThat(figures.provisional()).isEqualTo(new Figures.Provisional(1, 0));
    // The rollback and the hotfix, of eight.
    assertThat(figures.rework().hits()).isEqualTo(2);
    assertThat(figures.rework().n()).isEqualTo(8);
    // 3 hours, 5 hours, and open for at least 40: two of three are over after 5.
    assertThat(figures.recovery().n()).isEqualTo(3);
    assertThat(figures.recovery().open()).isEqualTo(1);
    assertThat(figures.recovery().median()).isEqualTo(5 * 3600.0);
  }

  @Test
  void theTrendHasAPieceForEachWeek() {
    Report report = Report.of(List.of(shop()), TWO_WEEKS);
    assertThat(report.trend())
        .extracting(point -> point.figures().frequency().n())
        .containsExactly(5, 3);
    assertThat(report.outcomes().getFirst().delivery().release()).isEqualTo("8");
  }

  @Test
  void noRateOfOursPassesAHundredPercentHoweverManyReasonsThereAre() {
    Histories one = new Histories().deployed("1", 1, Kind.normal);
    for (int i = 0; i < 20; i++) {
      one.declared("hotfix-shop-" + i, "1", 2 + i, null).said(1, true, 2 + i, null);
    }
    Report report = Report.of(List.of(one.until(300)), TWO_WEEKS);
    assertThat(report.whole().changeFail().value()).isEqualTo(1);
    assertThat(report.whole().recovery().n()).isEqualTo(1);
    assertThat(count(report, "GitLab").changeFail()).isEqualTo(40);
    assertThat(count(report, "DevLake").changeFail()).isEqualTo(1);
  }

  @Test
  void twoServicesArePooledAndDoNotHealEachOther() {
    History other =
        new Histories().deployed("1", 10, Kind.normal).deployed("2", 20, Kind.normal).until(320);
    Figures figures = Report.of(List.of(shop(), other), TWO_WEEKS).whole();
    assertThat(figures.frequency().n()).isEqualTo(10);
    assertThat(figures.changeFail().n()).isEqualTo(8);
    assertThat(figures.changeFail().hits()).isEqualTo(3);
  }

  @Test
  void nothingIsNoRateAndNoMedian() {
    Figures figures = Report.of(List.of(new Histories().until(320)), TWO_WEEKS).whole();
    assertThat(figures.changeFail().value()).isNull();
    assertThat(figures.leadTime().median()).isNull();
    assertThat(figures.recovery().median()).isNull();
    assertThat(figures.frequency().n()).isZero();
  }

  @Test
  void ofFourVersionsDatadogBlamesTheSecondAndSwarmiaTheThird() {
    History history =
        new Histories()
            .deployed("1", 0, Kind.normal)
            .deployed("2", 10, Kind.normal)
            .deployed("3", 20, Kind.normal)
            .deployed("1", 22, Kind.normal)
            .until(320);
    Report report = Report.of(List.of(history), TWO_WEEKS);
    Count datadog = count(report, "Datadog");
    assertThat(datadog.changeFail()).isCloseTo(1.0 / 3, within(1e-12));
    assertThat(datadog.recovery()).isEqualTo(12 * 3600.0);
    Count swarmia = count(report, "Swarmia");
    assertThat(swarmia.changeFail()).isCloseTo(1.0 / 4, within(1e-12));
    assertThat(swarmia.recovery()).isEqualTo(2 * 3600.0);
  }

  @Test
  void twoIncidentsOfOneOfTenDeploymentsAreTwentyPercentToGitLabAndTenToUs() {
    Histories ten = new Histories();
    for (int i = 0; i < 10; i++) {
      ten.deployed("v" + i, i * 20, Kind.normal);
    }
    ten.said(1, true, 1, 3.0).watched(1, "degraded", 2.0, null);
    Report report = Report.of(List.of(ten.until(330)), TWO_WEEKS);
    assertThat(count(report, "GitLab").changeFail()).isEqualTo(0.2);
    assertThat(report.whole().changeFail().value()).isEqualTo(0.1);
    // Both were open until hour 3, one since hour 1 and one since hour 2.
    assertThat(count(report, "GitLab").recovery()).isEqualTo(1.5 * 3600);
    // Measured from the deployment at hour 0, both times.
    assertThat(count(report, "DevLake").recovery()).isEqualTo(3 * 3600.0);
  }

  @Test
  void devLakeTakesTheLowerOfTwoMiddleValuesAndFourKeysThemBoth() {
    Histories four = new Histories();
    double[] hours = {1, 2, 3, 4};
    for (int i = 0; i < hours.length; i++) {
      four.deployed("v" + i, i * 40, Kind.normal);
      four.said(i + 1, true, i * 40, i * 40 + hours[i]);
    }
    Report report = Report.of(List.of(four.until(330)), TWO_WEEKS);
    assertThat(count(report, "DevLake").recovery()).isEqualTo(2 * 3600.0);
    assertThat(count(report, "Four Keys").recovery()).isEqualTo(2.5 * 3600);
    assertThat(report.whole().recovery().median()).isEqualTo(2 * 3600.0);
  }

  /// The examples that GitLab (merge request 149682 of its documentation) and Swarmia give, and the
  /// sum of the parts that DevLake has of its first pull request: 1440, 5, 55 and 2978 minutes.
  @Test
  void leadTimesOfMergeRequestsAreThoseThatTheToolsDocument() {
    double minute = 1.0 / 60;
    double[] hundred = new double[100];
    Arrays.fill(hundred, 90);
    History gitLab =
        new Histories()
            .deployed("1", 100, Kind.normal)
            .merged(1, 100 - 5 * minute, 80)
            .merged(1, 100 - 7 * minute, 80)
            .merged(1, 100 - 50 * minute, hundred)
            .until(320);
    assertThat(count(Report.of(List.of(gitLab), TWO_WEEKS), "GitLab").leadTime())
        .isEqualTo(7 * 60.0);

    History swarmia =
        new Histories()
            .deployed("1", 100, Kind.normal)
            .deployed("2", 200, Kind.normal)
            .deployed("3", 300, Kind.normal)
            .merged(1, 99, 98, 100 - 48)
            .merged(2, 190, 200 - 72)
            .merged(3, 299, 300 - 36, 280, 290)
            .until(320);
    Report report = Report.of(List.of(swarmia), TWO_WEEKS);
    assertThat(count(report, "Swarmia").leadTime()).isCloseTo(2.17 * 86_400, within(300.0));
    assertThat(count(report, "DevLake").leadTime()).isEqualTo(48 * 3_600.0);
    assertThat(count(report, "GitLab").leadTime()).isEqualTo(3_600.0);

    History devLake =
        new Histories()
            .deployed("1", 200, Kind.normal)
            .merged(1, 200 - 2_978 * minute, 200 - (1_440 + 5 + 55 + 2_978) * minute)
            .until(320);
    assertThat(count(Report.of(List.of(devLake), TWO_WEEKS), "DevLake").leadTime())
        .isEqualTo(4_478 * 60.0);
  }

  @Test
  void whereNoMergeIsKnownThoseToolsShowNoLeadTime() {
    Report report = Report.of(List.of(shop()), TWO_WEEKS);
    assertThat(List.of("DevLake", "GitLab", "Swarmia"))
        .allSatisfy(tool -> assertThat(count(report, tool).leadTime()).isNull());
    assertThat(count(report, "Datadog").leadTime()).isEqualTo(6 * 3_600.0);
  }

  @Test
  void devLakeBlamesWhateverWasDeployedLast() {
    History history =
        new Histories()
            .deployed("1", 0, Kind.normal)
            .deployed("2", 10, Kind.normal)
            .declared("hotfix-shop-1", "1", 20, null)
            .declared("hotfix-shop-2", "2", 21, null)
            .until(330);
    Report report = Report.of(List.of(history), TWO_WEEKS);
    assertThat(count(report, "DevLake").failures()).isEqualTo(1);
    assertThat(report.whole().changeFail().hits()).isEqualTo(2);
    assertThat(count(report, "DevLake").recovery()).isNull();
  }

  @Test
  void sixIncidentsOfFourOfTwentyThreeDeploymentsAreSeventeenPercentAndNotTwentySix() {
    Histories deployments = new Histories();
    for (int i = 0; i < 23; i++) {
      deployments.deployed("v" + i, i * 10, Kind.normal);
    }
    int[] incidents = {1, 1, 1, 5, 9, 12};
    for (int i = 0; i < incidents.length; i++) {
      deployments.said(incidents[i], true, (incidents[i] - 1) * 10 + 1 + i, 300.0);
    }
    Report report = Report.of(List.of(deployments.until(330)), TWO_WEEKS);
    assertThat(count(report, "DevLake").changeFail()).isCloseTo(0.174, within(5e-4));
    assertThat(report.whole().changeFail().value()).isCloseTo(0.174, within(5e-4));
    assertThat(count(report, "GitLab").changeFail()).isCloseTo(0.261, within(5e-4));
    assertThat(count(report, "Four Keys").changeFail()).isCloseTo(0.261, within(5e-4));
  }

  @Test
  void sixIncidentsAfterFiveDeploymentsAreFortyPercentToDevLakeAndAHundredAndTwentyToGitLab() {
    Histories five = new Histories();
    for (int i = 0; i < 5; i++) {
      five.deployed("v" + i, i * 20, Kind.normal);
    }
    five.said(2, true, 25, 30.0);
    for (int i = 0; i < 5; i++) {
      five.said(5, true, 90 + i * 20, 200.0);
    }
    Report report = Report.of(List.of(five.until(330)), TWO_WEEKS);
    assertThat(count(report, "DevLake").changeFail()).isEqualTo(0.4);
    assertThat(count(report, "GitLab").changeFail()).isEqualTo(1.2);
    assertThat(report.whole().changeFail().value()).isEqualTo(0.4);
  }

  private static Count count(Report report, String tool) {
    return report.compared().stream()
        .filter(each -> each.tool().equals(tool))
        .findFirst()
        .orElseThrow();
  }
}
