package dev.suture.stacktext;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JavaStackTest {
  @Test
  void readsJavaWithCausesAndTheCallsTheyShare() {
    assertThat(
            Printed.read(
                "java",
                """
                java.lang.RuntimeException: checkout
                	at com.example.shop.Checkout.lambda$main$0(Checkout.java:9)
                	at java.base/java.lang.Thread.run(Thread.java:1474)
                Caused by: java.lang.IllegalArgumentException: cart 42 is
                broken: yes
                	at com.example.shop.Checkout.cart(Checkout.java:6)
                	at java.base/java.util.ImmutableCollections$List12.forEach(ImmutableCollections.java:681)
                	at com.example.shop.Checkout.pay(Checkout.java:7)
                	... 2 more
                	Suppressed: java.lang.IllegalStateException: close failed
                		at com.example.shop.Checkout$Res.close(Checkout.java:4)
                		... 3 more
                	Caused by: java.io.IOException: of the suppressed one
                		... 1 more
                Caused by: java.lang.NullPointerException
                	at com.example.shop.Checkout.price(Checkout.java:5)
                	... 5 more
                """))
        .containsExactly(
            "java.lang.RuntimeException: checkout",
            "+ com.example.shop.Checkout#lambda$main$0 Checkout.java:9:0",
            "- java.lang.Thread#run Thread.java:1474:0",
            "java.lang.IllegalArgumentException: cart 42 is\nbroken: yes",
            "+ com.example.shop.Checkout#cart Checkout.java:6:0",
            "- java.util.ImmutableCollections$List12#forEach ImmutableCollections.java:681:0",
            "+ com.example.shop.Checkout#pay Checkout.java:7:0",
            "+ com.example.shop.Checkout#lambda$main$0 Checkout.java:9:0",
            "- java.lang.Thread#run Thread.java:1474:0",
            "java.lang.NullPointerException: ",
            "+ com.example.shop.Checkout#price Checkout.java:5:0",
            "+ com.example.shop.Checkout#cart Checkout.java:6:0",
            "- java.util.ImmutableCollections$List12#forEach ImmutableCollections.java:681:0",
            "+ com.example.shop.Checkout#pay Checkout.java:7:0",
            "+ com.example.shop.Checkout#lambda$main$0 Checkout.java:9:0",
            "- java.lang.Thread#run Thread.java:1474:0");
  }

  @Test
  void readsEveryKindOfJvmFrame() {
    assertThat(
            Printed.read(
                "java",
                """
                Exception in thread "main" kotlin.KotlinNullPointerException
                	at shop.CartKt.sum cents of a cart(Cart.kt:3)
                	at app//shop.Till$$Lambda/0x00007f3a1c0a5000.run(Unknown Source)
                	at shop.Till$$Lambda$14/1234567.run(Unknown Source)
                	at com.acme/shop.Legacy.total(Legacy.java)
                	at com.acme@1.2.3/shop.Legacy.<init>(Legacy.java:1)
                	at shop.Main$.$anonfun$main$1(Main.scala:8) ~[shop.jar:1.0 (beta)]
                	at java.base@25.0.1/jdk.internal.misc.Unsafe.park(Native Method)
                """))
        .containsExactly(
            "kotlin.KotlinNullPointerException: ",
            "+ shop.CartKt#sum cents of a cart Cart.kt:3:0",
            "+ shop.Till$$Lambda#run :0:0",
            "+ shop.Till$$Lambda#run :0:0",
            "+ shop.Legacy#total Legacy.java:0:0",
            "+ shop.Legacy#<init> Legacy.java:1:0",
            "+ shop.Main$#$anonfun$main$1 Main.scala:8:0",
            "- jdk.internal.misc.Unsafe#park :0:0");
  }
}
