package org.mailroom.imap.thread;

import java.util.Arrays;

/**
 * Which node is below which, where links come and go, and none may close a loop. Each step takes
 * the logarithm of the number of nodes, amortized, however deep they are (link-cut trees, by
 * Sleator and Tarjan): paths towards a root are splay trees, in which what is nearer to the root is
 * on the left.
 */
final class Ancestry {

  /** No node. */
  static final int NONE = 0;

  private int[] parents = new int[16];
  private int[] left = new int[16];
  private int[] right = new int[16];
  private int[] up = new int[16];
  private int count;

  /** One more node, the n-th is n. */
  int add() {
    count++;
    if (count == up.length) {
      parents = Arrays.copyOf(parents, 2 * count);
      left = Arrays.copyOf(left, 2 * count);
      right = Arrays.copyOf(right, 2 * count);
      up = Arrays.copyOf(up, 2 * count);
    }
    return count;
  }

  /** How many nodes there are. */
  int count() {
    return count;
  }

  /** The one above it, or {@link #NONE}. */
  int parent(int node) {
    return parents[node];
  }

  /** Puts a node that is below none below another, unless that is the same, or below it. */
  void link(int node, int parent) {
    if (root(parent) != node) {
      expose(node);
      up[node] = parent;
      parents[node] = parent;
    }
  }

  /** Puts it below none. */
  void cut(int node) {
    if (parents[node] != NONE) {
      expose(node);
      up[left[node]] = NONE;
      left[node] = NONE;
      parents[node] = NONE;
    }
  }

  private int root(int node) {
    expose(node);
    int root = node;
    while (left[root] != NONE) {
      root = left[root];
    }
    splay(root);
    return root;
  }

  /** Makes the path from the root to this node one tree, with the node on top. */
  private void expose(int node) {
    int below = NONE;
    for (int at = node; at != NONE; at = up[at]) {
      splay(at);
      right[at] = below;
      below = at;
    }
    splay(node);
  }

  private void splay(int node) {
    while (!isTop(node)) {
      int above = up[node];
      if (!isTop(above)) {
        boolean isStraight = (left[above] == node) == (left[up[above]] == above);
        rotate(isStraight ? above : node);
      }
      rotate(node);
    }
  }

  private boolean isTop(int node) {
    int above = up[node];
    return above == NONE || left[above] != node && right[above] != node;
  }

  private void rotate(int node) {
    int above = up[node];
    int aboveThat = up[above];
    if (left[aboveThat] == above) {
      left[aboveThat] = node;
    } else if (right[aboveThat] == above) {
      right[aboveThat] = node;
    }
    int moved;
    if (left[above] == node) {
      moved = right[node];
      left[above] = moved;
      right[node] = above;
    } else {
      moved = left[node];
      right[above] = moved;
      left[node] = above;
    }
    if (moved != NONE) {
      up[moved] = above;
    }
    up[above] = node;
    up[node] = aboveThat;
  }
}
